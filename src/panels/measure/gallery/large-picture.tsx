import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { ChangedPixel } from '../../../core/pixel-change.ts';
import classes from './dialog.module.css';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { Rings } from '../../shared/pictures/rings.tsx';
import { nearestPixel } from './nearest-pixel.ts';

interface LargePictureProps {
  /** height · width · 3 bytes. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows, for who cannot see it. */
  readonly label: string;
  /** Above the picture; null for none. */
  readonly heading: string | null;
  /** What was changed at random. */
  readonly pixels: readonly ChangedPixel[];
  readonly rings: boolean;
  /** The changed pixel that is magnified. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** Below the picture. */
  readonly children: ReactNode;
}

/** CSS pixels that a picture may take; a row of them, the bars and the list then fit a laptop's screen. */
const ROOM = 330;

/** A picture as large as whole pixels fit; pointing at it magnifies a change. */
export function LargePicture(props: LargePictureProps) {
  const { bytes, width, height, label, heading, pixels, rings, chosen, onChoose, children } = props;
  const { ref, width: room } = useElementSize();
  const zoom = Math.max(1, Math.floor(Math.min(room, ROOM) / width));
  const one = pixels[chosen];
  const size = { width, height, zoom };

  return (
    <figure ref={ref} className={classes.picture}>
      {heading !== null && <p className={classes.step}>{heading}</p>}
      <div
        className={classes.framed}
        style={{ width: width * zoom, height: height * zoom }}
        onPointerMove={({ currentTarget, clientX, clientY }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          const at = { row: (clientY - top) / zoom, column: (clientX - left) / zoom };
          onChoose(nearestPixel(pixels, at));
        }}
      >
        <PixelCanvas bytes={bytes} {...size} label={label} />
        {rings && <Rings pixels={pixels} {...size} />}
        {one !== undefined && (
          <span
            className={classes.chosen}
            style={{ left: one.column * zoom, top: one.row * zoom, width: zoom, height: zoom }}
          />
        )}
      </div>
      {children}
    </figure>
  );
}
