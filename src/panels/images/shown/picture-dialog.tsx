import { Button } from '@mantine/core';
import { integer } from '../../../run/number-text.ts';
import type { ShownPicture } from '../../../state/images/shown-pictures.ts';
import { inspectOwn } from '../../../state/inspect/own-image.ts';
import { PictureFrame } from '../../shared/pictures/picture-frame.tsx';
import { sizeText } from '../../shared/size-text.ts';
import { classText } from './class-text.ts';
import { LargePicture } from './large-picture.tsx';
import classes from './picture-dialog.module.css';

interface PictureDialogProps {
  readonly picture: ShownPicture;
  /** Null at the ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** One picture at large, and what is known of its file. */
export function PictureDialog({ picture, ...turns }: PictureDialogProps) {
  const { name, className, width, height, file } = picture;
  return (
    <PictureFrame
      heading={file === null ? `Roadside image ${name}` : name}
      width="narrow"
      turnsByArrows
      actions={
        file !== null && (
          <Button variant="default" size="xs" onClick={() => inspectOwn(picture.set, name)}>
            Inspect
          </Button>
        )
      }
      {...turns}
    >
      <LargePicture key={name} picture={picture} />
      <dl className={classes.facts}>
        <dt>Class</dt>
        <dd>{classText(className)}</dd>
        <dt>Size</dt>
        <dd>
          {integer(width)} × {integer(height)} pixels
          {file !== null && `, ${sizeText(file.bytes)}`}
        </dd>
        {file !== null && (
          <>
            <dt>SHA-256</dt>
            <dd className={classes.hash}>{file.sha256}</dd>
          </>
        )}
      </dl>
    </PictureFrame>
  );
}
