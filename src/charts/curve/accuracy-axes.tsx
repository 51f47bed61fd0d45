import { memo, useMemo } from 'react';
import { CartesianGrid, Label, ReferenceLine, XAxis, YAxis } from 'recharts';

interface AccuracyAxesProps {
  readonly counts: readonly number[];
  /** Lower end of the accuracy axis in per cent; what lies below is cut off. */
  readonly from: number;
}

const steps = [0, 1, 2, 3, 4, 5];

// Recharts compares these by identity and computes its scales anew for a new object.
const tick = { fill: 'var(--ink-2)', fontSize: 13 };
const axisLine = { stroke: 'var(--line-strong)' };

/** Fixed before anything is measured: counts on a logarithmic axis, accuracy in per cent. */
export const AccuracyAxes = memo(function AccuracyAxes({ counts, from }: AccuracyAxesProps) {
  const countTicks = useMemo(() => [...counts], [counts]);
  const countDomain = useMemo(
    () => [Math.min(...counts) * 0.88, Math.max(...counts) * 1.14] as const,
    [counts],
  );
  const percentTicks = useMemo(() => steps.map((step) => from + (step * (100 - from)) / 5), [from]);
  // A little room above 100 % keeps the markers there whole.
  const percentDomain = useMemo(() => [from, 100 + (100 - from) * 0.025] as const, [from]);

  return (
    <>
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--line)" />
      <XAxis
        dataKey="count"
        type="number"
        scale="log"
        domain={countDomain}
        ticks={countTicks}
        interval={0}
        tickLine={false}
        axisLine={axisLine}
        tick={tick}
        tickMargin={8}
        height={30}
      />
      <YAxis
        domain={percentDomain}
        ticks={percentTicks}
        allowDataOverflow
        width={36}
        tickLine={false}
        axisLine={false}
        tick={tick}
        tickMargin={6}
      />
      <ReferenceLine y={95} stroke="var(--ink-2)" strokeDasharray="6 4">
        <Label value="5 % wrong" position="insideBottomLeft" fill="var(--ink-2)" fontSize={13} />
      </ReferenceLine>
    </>
  );
});
