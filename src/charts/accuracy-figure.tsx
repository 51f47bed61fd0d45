import { lazy, Suspense, useId, type ReactNode } from 'react';
import classes from './accuracy-figure.module.css';
import { AccuracyReadout } from './accuracy-readout.tsx';
import type { AccuracySeries } from './accuracy-series.ts';
import { percent, percentRange, pixelsOf } from './format.ts';

const AccuracyCurve = lazy(() => import('./accuracy-curve.tsx'));

interface AccuracyFigureProps {
  readonly series: readonly AccuracySeries[];
  readonly counts: readonly number[];
  readonly active: number;
  readonly onActive: (count: number) => void;
  /** Shown over the empty axes while there is nothing to draw. */
  readonly empty: ReactNode;
}

/** The accuracy curve with the figures of one column beside it, which pointer and arrow keys choose. */
export function AccuracyFigure({ series, counts, active, onActive, empty }: AccuracyFigureProps) {
  const hint = useId();
  const isEmpty = series.every(({ points }) => points.size === 0);

  return (
    <div className={classes.figure}>
      <div>
        <p className={classes.axisTitle} aria-hidden="true">
          Still classified correctly, % of eligible images
        </p>
        <div className={classes.plot}>
          {/* The chart follows this control, which brings arrow keys and speech with it. */}
          <input
            className={classes.cursor}
            type="range"
            min={0}
            max={counts.length - 1}
            step={1}
            value={Math.max(0, counts.indexOf(active))}
            aria-label="Accuracy against changed pixels, one count at a time"
            aria-describedby={hint}
            aria-valuetext={spoken(series, active)}
            onChange={(event) => onActive(counts[Number(event.currentTarget.value)] ?? active)}
          />
          <div className={classes.drawing} aria-hidden="true">
            <Suspense fallback={null}>
              <AccuracyCurve
                series={series}
                counts={counts}
                active={isEmpty ? null : active}
                onActive={onActive}
              />
            </Suspense>
          </div>
          {isEmpty && <div className={classes.empty}>{empty}</div>}
        </div>
        <p className={classes.axisTitle} data-axis="x" aria-hidden="true">
          Changed pixels, logarithmic
        </p>
        <p id={hint} hidden>
          Arrow keys move from count to count. The table below holds every figure.
        </p>
      </div>
      <AccuracyReadout series={series} active={active} />
    </div>
  );
}

function spoken(series: readonly AccuracySeries[], active: number): string {
  const parts = series.map(({ name, points }) => {
    const point = points.get(active);
    if (point === undefined) return `${name} not measured yet`;
    return `${name} ${percent(point.accuracy)}, interval ${percentRange(point.interval)}`;
  });
  return `${pixelsOf(active)}: ${parts.join('; ')}`;
}
