import { Marker } from './marker.tsx';
import { seriesStyle } from './series-style.ts';

/** A model's line and marker, as in the chart; decoration beside its name. */
export function SeriesKey({ position }: { readonly position: number }) {
  const { color, dash, marker } = seriesStyle(position);
  return (
    <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true" style={{ flex: 'none' }}>
      <line x1="0" x2="30" y1="7" y2="7" stroke={color} strokeWidth="2" strokeDasharray={dash} />
      <Marker shape={marker} color={color} x={15} y={7} />
    </svg>
  );
}
