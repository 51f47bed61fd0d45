import { Marker } from '../../../charts/marker.tsx';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import classes from './controls.module.css';

/** A model's colour and marker, as in the chart; decoration beside its name. */
export function ModelMark({ position }: { readonly position: number | undefined }) {
  // A model beside the listed ones gets its colour when it is chosen.
  if (position === undefined) return null;
  const { color, marker } = seriesStyle(position);
  return (
    <svg className={classes.drawing} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <Marker shape={marker} color={color} x={7} y={7} />
    </svg>
  );
}
