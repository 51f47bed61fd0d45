import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { integer } from '../../../charts/format.ts';
import type { ShownPicture } from '../../../state/images/shown-pictures.ts';
import { sizeText } from '../size-text.ts';
import { classText } from './class-text.ts';
import classes from './picture-dialog.module.css';
import { LargePicture } from './large-picture.tsx';

interface PictureDialogProps {
  readonly picture: ShownPicture;
  /** Null at the ends. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** One picture at large, and what is known of its file. */
export function PictureDialog({ picture, onPrevious, onNext, onClose }: PictureDialogProps) {
  const { name, className, width, height, file } = picture;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (!element.open) element.showModal();
    // Only the backdrop has the dialog itself as its target.
    const leave = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener('click', leave);
    return () => element.removeEventListener('click', leave);
  }, []);

  const turn = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') onPrevious?.();
    if (key === 'ArrowRight') onNext?.();
  };

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onKeyDown={turn}
    >
      <div className={classes.content}>
        <header className={classes.top}>
          <h3 id={heading} className={classes.heading}>
            {file === null ? `Roadside image ${name}` : name}
          </h3>
          <div className={classes.steps}>
            <Button
              variant="default"
              size="xs"
              disabled={!onPrevious}
              onClick={onPrevious ?? undefined}
            >
              Previous
            </Button>
            <Button variant="default" size="xs" disabled={!onNext} onClick={onNext ?? undefined}>
              Next
            </Button>
            <Button variant="default" size="xs" onClick={() => dialog.current?.close()}>
              Close
            </Button>
          </div>
        </header>
        <div className={classes.picture}>
          <LargePicture key={name} picture={picture} />
        </div>
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
      </div>
    </dialog>
  );
}
