import classes from './accuracy-readout.module.css';
import type { AccuracyPoint, AccuracySeries } from './accuracy-series.ts';
import { integer, percent, percentRange, pixelsOf } from '../format.ts';
import { SeriesKey } from '../series-key.tsx';

interface AccuracyReadoutProps {
  readonly series: readonly AccuracySeries[];
  readonly active: number;
}

/** The legend, which is also the readout of one column. */
export function AccuracyReadout({ series, active }: AccuracyReadoutProps) {
  return (
    <div className={classes.readout}>
      <p className={classes.heading}>With {pixelsOf(active)} changed</p>
      <dl className={classes.list}>
        {series.map(({ id, name, position, points }) => (
          <div key={id} className={classes.row}>
            <dt className={classes.model}>
              <SeriesKey position={position} />
              {name}
            </dt>
            <Figures point={points.get(active)} />
          </div>
        ))}
      </dl>
    </div>
  );
}

function Figures({ point }: { readonly point: AccuracyPoint | undefined }) {
  if (point === undefined) {
    return (
      <dd className={classes.figures}>
        <span className={classes.value}>–</span>
        <span className={classes.interval}>not measured</span>
      </dd>
    );
  }
  const { accuracy, interval, wrong, trials } = point;
  return (
    <dd className={classes.figures} title={`${integer(wrong)} wrong of ${integer(trials)}`}>
      <span className={classes.value}>{percent(accuracy)}</span>
      <span className={classes.interval}>({percentRange(interval)})</span>
    </dd>
  );
}
