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

/** CSS pixels that a picture may take along either side. */
const ROOM = 640;
const ROOM_HEIGHT = 480;

/** Whole pixels for a small picture; a larger one is shrunk to the room. */
function zoomOf(width: number, height: number): number {
  const most = Math.min(ROOM / width, ROOM_HEIGHT / height);
  return most >= 1 ? Math.floor(most) : most;
}

/** A picture as the models get it, at large. */
export function LargePicture({ picture }: { readonly picture: ShownPicture }) {
  const { width, height, className, roadside } = picture;
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

  const zoom = zoomOf(width, height);
  const label = `A picture of ${classText(className)}`;
  if (error !== null) {
    return (
      <p role="alert" className={classes.error}>
        {error}
      </p>
    );
  }
  if (address !== null) {
    return (
      <img
        src={address}
        alt={label}
        style={{ width: width * zoom, height: height * zoom, imageRendering: 'pixelated' }}
      />
    );
  }
  if (image === null) return <p className={classes.note}>Decoding</p>;
  const shown = zoomOf(image.width, image.height);
  return (
    <div {...(shown < 1 && { className: classes.shrunk })}>
      <PixelCanvas
        bytes={image.rgb}
        width={image.width}
        height={image.height}
        zoom={shown}
        label={label}
      />
    </div>
  );
}
