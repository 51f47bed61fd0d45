import { markerOutline } from '../run/figure/marker-outline.ts';
import type { MarkerShape } from '../run/figure/series-style.ts';

interface MarkerProps {
  readonly shape: MarkerShape;
  readonly color: string;
  readonly x: number;
  readonly y: number;
  /** Radius in pixels. */
  readonly radius?: number;
}

/** A model's mark, with a halo in the surface's colour that keeps crossing lines apart. */
export function Marker({ shape, color, x, y, radius = 4 }: MarkerProps) {
  const hollow = shape === 'ring';
  return (
    <path
      d={markerOutline(shape, x, y, radius)}
      fill={hollow ? 'var(--surface)' : color}
      stroke={hollow ? color : 'var(--surface)'}
      strokeWidth={hollow ? 2 : 1}
    />
  );
}
