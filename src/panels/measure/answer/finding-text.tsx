import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Spec } from '../../../protocol/spec.ts';
import { measureOf } from '../../../run/labels.ts';
import { rankCellOf } from '../../../run/plan.ts';
import { describeFinding } from '../../../run/finding/sweep/describe-finding.ts';
import { describeInterim } from '../../../run/finding/sweep/describe-interim.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import classes from './answer.module.css';
import { FindingBasis } from './finding-basis.tsx';
import { unbroken } from './unbroken.ts';

/** The answer in words: what is known in the present phase, no more. */
export function FindingText() {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.result);

  return (
    <div className={classes.finding} data-awaited={phase !== 'idle'}>
      <h2 className={classes.heading}>Finding</h2>
      {result !== null && !isUnderWay(phase) && <Final />}
      {result === null && !isUnderWay(phase) && <Nothing />}
      {isUnderWay(phase) && <Interim />}
    </div>
  );
}

/** What pressing Run does, for whoever sees the page for the first time. */
function invitation({ images, models }: Spec): string {
  const areOwn = models.some((model) => typeof model !== 'string');
  const what = areOwn
    ? models.length === 1
      ? 'your classifier'
      : 'these classifiers'
    : 'small classifiers';
  const on = images.source === 'roadside' ? 'road-sign images' : `images of ${images.path}`;
  return `Press Run to test ${what} on ${on}.`;
}

function Nothing() {
  const isIdle = useStore(runStore, ({ phase }) => phase === 'idle');
  const spec = useStore(experimentStore, (state) => state.spec);
  return (
    <>
      <p className={classes.headline} data-quiet="true">
        {isIdle ? invitation(spec) : 'Nothing was measured.'}
      </p>
      <p className={classes.details}>
        Each image is classified as it is, and again with some of its pixels changed at random. What
        counts is how often the answer
        {measureOf(spec) === 'agreement' ? ' changes.' : ' turns wrong.'}
      </p>
    </>
  );
}

function Interim() {
  const tallies = useStore(runStore, (state) => state.snapshot?.tallies);
  const spec = useStore(runStore, (state) => state.spec);
  const interim = spec && describeInterim(tallies ?? [], rankCellOf(spec), modelName, spec.images);
  return (
    <p className={classes.headline} data-quiet="true">
      {interim === null ? 'Measuring the unchanged images first.' : unbroken(interim)}
    </p>
  );
}

function Final() {
  const result = useStore(runStore, (state) => state.result);
  const finding = useMemo(() => result && describeFinding(result, modelName), [result]);
  if (result === null || finding === null) return null;

  return (
    <>
      <output className={classes.headline}>{unbroken(finding.headline)}</output>
      <p className={classes.details}>
        {unbroken(finding.details.join(' '))}{' '}
        {!result.manifest.complete && 'The run is not complete: this rests on what was finished. '}
        <FindingBasis result={result} />
      </p>
    </>
  );
}
