import { Marker } from './marker.tsx';
import type { SeriesStyle } from '../run/figure/series-style.ts';

/** A line and its marker, as in the chart; decoration beside a name. */
export function SeriesKey({ style }: { readonly style: SeriesStyle }) {
  const { color, dash, marker, width } = style;
  return (
    <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1="0"
        x2="30"
        y1="7"
        y2="7"
        stroke={color}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      <Marker shape={marker} color={color} x={15} y={7} />
    </svg>
  );
}
