import { useElementSize } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { ShownPicture } from '../../../state/images/shown-pictures.ts';
import {
  readPicture,
  thumbnailAddress,
  type DecodedPicture,
} from '../../../state/images/viewer.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { classText } from './class-text.ts';
import classes from './picture-dialog.module.css';

/** CSS pixels that a picture may take from top to bottom. */
const ROOM_HEIGHT = 480;

/** Whole pixels for a small picture; a larger one is shrunk to the room. */
function zoomOf(room: number, width: number, height: number): number {
  const most = Math.min(room / width, ROOM_HEIGHT / height);
  return most >= 1 ? Math.floor(most) : most;
}

/** A picture as the models get it, at large. */
export function LargePicture({ picture }: { readonly picture: ShownPicture }) {
  const { roadside } = picture;
  const { ref, width: room } = useElementSize();
  const [image, setImage] = useState<DecodedPicture | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    const show = async () => {
      try {
        if (roadside !== null) {
          const found = await thumbnailAddress(picture);
          if (!isGone) setAddress(found);
          return;
        }
        const found = await readPicture(picture);
        if (!isGone) setImage(found);
      } catch (reason) {
        if (!isGone) setError(reason instanceof Error ? reason.message : String(reason));
      }
    };
    void show();
    return () => {
      isGone = true;
    };
  }, [picture, roadside]);

  return (
    <div ref={ref} className={classes.picture}>
      {room > 0 && <Content picture={picture} room={room} {...{ image, address, error }} />}
    </div>
  );
}

interface ContentProps {
  readonly picture: ShownPicture;
  /** CSS pixels from side to side. */
  readonly room: number;
  readonly image: DecodedPicture | null;
  readonly address: string | null;
  readonly error: string | null;
}

function Content({ picture, room, image, address, error }: ContentProps) {
  const { width, height, className } = picture;
  const label = `A picture of ${classText(className)}`;
  if (error !== null) {
    return (
      <p role="alert" className={classes.error}>
        {error}
      </p>
    );
  }
  if (address !== null) {
    const zoom = zoomOf(room, width, height);
    return (
      <img
        src={address}
        alt={label}
        style={{ width: width * zoom, height: height * zoom, imageRendering: 'pixelated' }}
      />
    );
  }
  if (image === null) return <p className={classes.note}>Decoding</p>;
  const zoom = zoomOf(room, image.width, image.height);
  return (
    <div {...(zoom < 1 && { className: classes.shrunk })}>
      <PixelCanvas
        bytes={image.rgb}
        width={image.width}
        height={image.height}
        zoom={zoom}
        label={label}
      />
    </div>
  );
}
