import type { ChangedPixel } from '../../../core/pixel-change.ts';
import type { ExaminedImage } from '../../../protocol/examine.ts';
import classes from './lens.module.css';
import { rgbStyle, rgbText } from '../../shared/pictures/colour-text.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';

interface LensProps {
  readonly examined: ExaminedImage;
  readonly width: number;
  readonly height: number;
  /** Which of the changed pixels. */
  readonly index: number;
}

/** Pixels shown on either side of the changed one. */
const REACH = 4;
const SIDE = 2 * REACH + 1;
const ZOOM = 12;

/** One pixel that was changed at random with its neighbours, before and after. */
export function Lens({ examined, width, height, index }: LensProps) {
  const pixel = examined.pixels[index];
  if (pixel === undefined) return null;
  const pictures = { before: examined.attacked ?? examined.original, after: examined.changed };
  const top = Math.min(Math.max(0, pixel.row - REACH), Math.max(0, height - SIDE));
  const left = Math.min(Math.max(0, pixel.column - REACH), Math.max(0, width - SIDE));
  const patch = (bytes: Uint8Array) => cutOut(bytes, width, height, top, left);
  const at = { left: (pixel.column - left) * ZOOM, top: (pixel.row - top) * ZOOM };

  return (
    <div className={classes.lens}>
      <p className={classes.place}>
        Row {pixel.row}, column {pixel.column}
        <span className={classes.number}>
          {index + 1} of {examined.pixels.length}
        </span>
      </p>
      <div className={classes.patches}>
        {(['before', 'after'] as const).map((when) => (
          <figure key={when} className={classes.patch}>
            <div className={classes.view}>
              <PixelCanvas
                bytes={patch(pictures[when].bytes)}
                width={Math.min(SIDE, width)}
                height={Math.min(SIDE, height)}
                zoom={ZOOM}
              />
              <span className={classes.mark} style={{ ...at, width: ZOOM, height: ZOOM }} />
            </div>
            <Colour pixel={pixel} when={when} />
          </figure>
        ))}
      </div>
    </div>
  );
}

function Colour({
  pixel,
  when,
}: {
  readonly pixel: ChangedPixel;
  readonly when: 'before' | 'after';
}) {
  return (
    <figcaption className={classes.colour}>
      <span className={classes.when}>{when}</span>
      <span className={classes.swatch} style={{ background: rgbStyle(pixel[when]) }} />
      {rgbText(pixel[when])}
    </figcaption>
  );
}

function cutOut(
  bytes: Uint8Array,
  width: number,
  height: number,
  top: number,
  left: number,
): Uint8Array {
  const rows = Math.min(SIDE, height);
  const columns = Math.min(SIDE, width);
  const patch = new Uint8Array(rows * columns * 3);
  for (let row = 0; row < rows; row += 1) {
    const start = ((top + row) * width + left) * 3;
    patch.set(bytes.subarray(start, start + columns * 3), row * columns * 3);
  }
  return patch;
}
