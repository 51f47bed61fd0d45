import type { ExaminedImage } from '../../../protocol/examine.ts';
import { useElementSize } from '@mantine/hooks';
import classes from './dialog.module.css';
import { capital, probability } from './picture-text.ts';
import { PixelCanvas } from './pixel-canvas.tsx';
import { Rings } from './rings.tsx';
import { nearestPixel } from './nearest-pixel.ts';

interface LargePictureProps {
  readonly examined: ExaminedImage;
  readonly when: 'before' | 'after';
  readonly width: number;
  readonly height: number;
  readonly rings: boolean;
  /** The changed pixel that is magnified. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly label: number;
  readonly className: (label: number) => string;
}

/** CSS pixels that a picture may take; two, the bars and the list then fit a laptop's screen. */
const ROOM = 330;

/** One of the two pictures, as large as whole pixels fit; pointing at it magnifies a change. */
export function LargePicture(props: LargePictureProps) {
  const { examined, when, width, height, rings, chosen, onChoose, label, className } = props;
  const { ref, width: room } = useElementSize();
  const zoom = Math.max(1, Math.floor(Math.min(room, ROOM) / width));
  const picture = when === 'before' ? examined.original : examined.changed;
  const { predicted, probabilities } = picture;
  const said = `${className(predicted)} ${probability(probabilities[predicted] ?? 0)}`;
  const one = examined.pixels[chosen];
  const size = { width, height, zoom };

  return (
    <figure ref={ref} className={classes.picture}>
      <div
        className={classes.framed}
        style={{ width: width * zoom, height: height * zoom }}
        onPointerMove={({ currentTarget, clientX, clientY }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          const at = { row: (clientY - top) / zoom, column: (clientX - left) / zoom };
          onChoose(nearestPixel(examined.pixels, at));
        }}
      >
        <PixelCanvas
          bytes={picture.bytes}
          {...size}
          label={`The picture ${when} the change: ${said}`}
        />
        {rings && <Rings pixels={examined.pixels} {...size} />}
        {one !== undefined && (
          <span
            className={classes.chosen}
            style={{ left: one.column * zoom, top: one.row * zoom, width: zoom, height: zoom }}
          />
        )}
      </div>
      <figcaption className={classes.said} data-wrong={predicted !== label}>
        <span className={classes.when}>{when === 'before' ? 'Was' : 'Now'} </span>
        {capital(className(predicted))}{' '}
        <span className={classes.when}>{probability(probabilities[predicted] ?? 0)}</span>
      </figcaption>
    </figure>
  );
}
