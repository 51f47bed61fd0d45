import type { ChangedPixel } from '../../../core/pixel-change.ts';
import classes from './picture.module.css';

interface RingsProps {
  readonly pixels: readonly Pick<ChangedPixel, 'row' | 'column'>[];
  /** Size of the picture in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels a pixel, whole. */
  readonly zoom: number;
}

/** From a pixel to the middle of its ring, in CSS pixels. */
const GAP = 1.5;

/** A square ring around each pixel, light between dark lines, so that it shows on any picture. */
export function Rings({ pixels, width, height, zoom }: RingsProps) {
  const side = zoom + 2 * GAP;
  const path = pixels
    .map(({ row, column }) => {
      const x = column * zoom - GAP;
      const y = row * zoom - GAP;
      return `M${x} ${y}h${side}v${side}h${-side}z`;
    })
    .join('');
  return (
    <svg
      className={classes.rings}
      width={width * zoom}
      height={height * zoom}
      viewBox={`0 0 ${width * zoom} ${height * zoom}`}
      aria-hidden="true"
      data-rings={pixels.length}
    >
      <path d={path} fill="none" stroke="#000" strokeOpacity="0.7" strokeWidth="3" />
      <path d={path} fill="none" stroke="#fff" strokeWidth="1" />
    </svg>
  );
}
