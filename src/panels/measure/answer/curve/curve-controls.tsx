import { SegmentedControl } from '@mantine/core';
import { useStore } from 'zustand';
import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import {
  viewStore,
  type AccuracyScale,
  type CurveMeasure,
  type LinesBy,
} from '../../../../state/answer/view-store.ts';
import { Term } from '../../../terms/term.tsx';
import { spanText } from './curve-axes.ts';
import classes from './curve.module.css';
import { HeldChoice } from './held-choice.tsx';
import { hasTwoWays } from './panel-lines.ts';

function measuresOf(spec: Spec): { value: CurveMeasure; label: string }[] {
  const { share, wrongShare } = measureWords(spec);
  return [
    { value: 'accuracy', label: share },
    { value: 'wrong', label: wrongShare },
    { value: 'pi', label: 'Pi' },
  ];
}

const scales: readonly AccuracyScale[] = ['close', 'full'];

const ways: { value: LinesBy; label: string }[] = [
  { value: 'value', label: 'Lines by magnitude' },
  { value: 'region', label: 'Lines by area' },
];

/** What the curve shows: the measure and, for large grids, which part. */
export function CurveControls({ spec }: { readonly spec: Spec }) {
  const { measure, linesBy, setMeasure, setLinesBy } = useStore(viewStore);

  return (
    <div className={classes.controls}>
      <SegmentedControl
        size="sm"
        aria-label="Measure shown in the chart"
        data={measuresOf(spec)}
        value={measure}
        onChange={setMeasure}
      />
      {measure === 'pi' && <Term name="Pi">What is Pi?</Term>}
      {hasTwoWays(spec.grid) && (
        <>
          <SegmentedControl
            size="sm"
            aria-label="What the lines of a model differ in"
            data={ways}
            value={linesBy}
            onChange={setLinesBy}
          />
          <HeldChoice grid={spec.grid} />
        </>
      )}
    </div>
  );
}

/** How much of the vertical axis is shown. */
export function ScaleChoice({ spec }: { readonly spec: Spec }) {
  const { measure, scale, setScale } = useStore(viewStore);
  return (
    <SegmentedControl
      size="xs"
      aria-label="Range of the vertical axis"
      data={scales.map((value) => ({ value, label: spanText(measure, value, spec) }))}
      value={scale}
      onChange={setScale}
    />
  );
}
