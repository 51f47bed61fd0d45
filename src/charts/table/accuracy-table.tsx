import { SegmentedControl } from '@mantine/core';
import { memo, useId, useState } from 'react';
import type { AccuracyPoint, AccuracySeries } from '../curve/accuracy-series.ts';
import classes from './accuracy-table.module.css';
import { integer, percent, percentRange, pixelsOf, threeDigits } from '../format.ts';
import { SeriesKey } from '../series-key.tsx';

type Measure = 'accuracy' | 'wrong' | 'pi';

const measures: { value: Measure; label: string }[] = [
  { value: 'accuracy', label: 'Correct' },
  { value: 'wrong', label: 'Wrong of n' },
  { value: 'pi', label: 'Pi' },
];

const explanations: Readonly<Record<Measure, string>> = {
  accuracy: 'Share of eligible images still classified correctly, with its 95 % interval.',
  wrong: 'Eligible images misclassified, of all that were classified.',
  pi: 'Pixel-index Pi = w / (p · r · a): the share wrong (w) for the share of pixels changed (p), at the full value range (r = 1) in the whole image (a = 1). Smaller is more robust; compare it only within a row.',
};

interface AccuracyTableProps {
  readonly series: readonly AccuracySeries[];
  readonly counts: readonly number[];
  readonly active: number;
  readonly onActive: (count: number) => void;
}

/** Every figure of the curve, one row a count. */
export const AccuracyTable = memo(function AccuracyTable(props: AccuracyTableProps) {
  const { series, counts, active, onActive } = props;
  const [measure, setMeasure] = useState<Measure>('accuracy');
  const heading = useId();

  return (
    <section aria-labelledby={heading}>
      <div className={classes.top}>
        <h3 id={heading} className={classes.heading}>
          Every figure
        </h3>
        <SegmentedControl
          size="sm"
          aria-label="Figure shown in the table"
          data={measures}
          value={measure}
          onChange={setMeasure}
        />
      </div>
      <p className={classes.explanation}>{explanations[measure]}</p>
      {/* Five models do not fit a narrow screen: the table scrolls inside its own box. */}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Pixels</th>
              {series.map(({ id, name, position }) => (
                <th key={id} scope="col">
                  <span className={classes.model}>
                    <SeriesKey position={position} />
                    {name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <tr key={count} data-active={count === active}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.count}
                    aria-pressed={count === active}
                    aria-label={`Show ${pixelsOf(count)} in the chart`}
                    onClick={() => onActive(count)}
                  >
                    {count}
                  </button>
                </th>
                {series.map(({ id, points }) => (
                  <td key={id}>
                    <Entry point={points.get(count)} measure={measure} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});

interface EntryProps {
  readonly point: AccuracyPoint | undefined;
  readonly measure: Measure;
}

function Entry({ point, measure }: EntryProps) {
  if (point === undefined) return <span className={classes.detail}>–</span>;
  switch (measure) {
    case 'accuracy':
      return (
        <>
          {percent(point.accuracy)}{' '}
          <span className={classes.detail}>({percentRange(point.interval)})</span>
        </>
      );
    case 'wrong':
      return (
        <>
          {integer(point.wrong)} <span className={classes.detail}>of {integer(point.trials)}</span>
        </>
      );
    case 'pi':
      if (point.pi === null) return <span className={classes.detail}>–</span>;
      return (
        <>
          {threeDigits(point.pi)}{' '}
          {point.piInterval !== null && (
            <span className={classes.detail}>
              ({threeDigits(point.piInterval[0])}–{threeDigits(point.piInterval[1])})
            </span>
          )}
        </>
      );
  }
}
