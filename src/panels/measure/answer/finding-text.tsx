import { useMemo } from 'react';
import { useStore } from 'zustand';
import { rankCellOf } from '../../../run/plan.ts';
import { describeFinding } from '../../../run/finding/sweep/describe-finding.ts';
import { describeInterim } from '../../../run/finding/sweep/describe-interim.ts';
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

function Nothing() {
  const isIdle = useStore(runStore, ({ phase }) => phase === 'idle');
  return (
    <>
      <p className={classes.headline} data-quiet="true">
        {isIdle
          ? 'Press Run to test small classifiers on road-sign images.'
          : 'Nothing was measured.'}
      </p>
      <p className={classes.details}>
        Each image is classified as it is, and again with some of its pixels changed at random. What
        counts is how often the answer turns wrong.
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
