import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import classes from './accuracy-figure.module.css';
import { AccuracyReadout } from './accuracy-readout.tsx';
import type { AccuracySeries } from './accuracy-series.ts';
import type { AccuracyScale } from '../../state/answer/view-store.ts';
import { percent, percentRange, pixelsOf } from '../format.ts';

const scales: { value: AccuracyScale; label: string }[] = [
  { value: 'close', label: '90–100 %' },
  { value: 'full', label: '0–100 %' },
];

/** Lower end of the axis, in per cent. */
const lowerEnd: Readonly<Record<AccuracyScale, number>> = { close: 90, full: 0 };

const AccuracyCurve = lazy(() => import('./accuracy-curve.tsx'));

interface AccuracyFigureProps {
  readonly series: readonly AccuracySeries[];
  readonly counts: readonly number[];
  readonly active: number;
  readonly onActive: (count: number) => void;
  readonly scale: AccuracyScale;
  readonly onScale: (scale: AccuracyScale) => void;
  /** Shown over the empty axes while there is nothing to draw. */
  readonly empty: ReactNode;
}

/** The accuracy curve with the figures of one column beside it, which pointer and arrow keys choose. */
export function AccuracyFigure(props: AccuracyFigureProps) {
  const { series, counts, active, onActive, scale, onScale, empty } = props;
  const hint = useId();
  const isEmpty = series.every(({ points }) => points.size === 0);

  return (
    <div className={classes.figure}>
      <div>
        <div className={classes.top}>
          <p className={classes.axisTitle}>Still classified correctly, % of eligible images</p>
          <SegmentedControl
            size="xs"
            aria-label="Range of the accuracy axis"
            data={scales}
            value={scale}
            onChange={onScale}
          />
        </div>
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
                from={lowerEnd[scale]}
              />
            </Suspense>
          </div>
          {isCutOff(series, lowerEnd[scale]) && (
            <p className={classes.cutOff}>Some values lie below this axis.</p>
          )}
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

function isCutOff(series: readonly AccuracySeries[], from: number): boolean {
  return series.some(({ points }) =>
    [...points.values()].some(({ accuracy }) => accuracy * 100 < from),
  );
}
