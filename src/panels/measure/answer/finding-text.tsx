import { useStore } from 'zustand';
import { integer } from '../../../charts/format.ts';
import { modelName } from '../../../state/models/bundled-models.ts';
import { describeFinding } from '../../../state/answer/finding.ts';
import { describeInterim } from '../../../state/answer/interim-finding.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import classes from './answer.module.css';
import { Term } from '../../terms/term.tsx';

/** The answer in words: what is known in the present phase, no more. */
export function FindingText() {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.result);

  return (
    <div className={classes.finding}>
      <h2 className={classes.heading}>Finding</h2>
      {result === null || isUnderWay(phase) ? <Interim /> : <Final />}
    </div>
  );
}

function Interim() {
  const phase = useStore(runStore, (state) => state.phase);
  const tallies = useStore(runStore, (state) => state.snapshot?.tallies);
  if (!isUnderWay(phase)) {
    return (
      <>
        <p className={classes.headline} data-quiet="true">
          {phase === 'idle'
            ? 'Press Run to test five small classifiers on road-sign images.'
            : 'Nothing was measured.'}
        </p>
        <p className={classes.details}>
          Each image is classified as it is, and again with 1, 2, 4 and up to 64 of its pixels
          replaced by random colours. What counts is how often the answer turns wrong.
        </p>
      </>
    );
  }
  const interim = describeInterim(tallies ?? [], modelName);
  return (
    <p className={classes.headline} data-quiet="true">
      {interim === null ? 'Measuring the unchanged images first.' : unbroken(interim)}
    </p>
  );
}

function Final() {
  const result = useStore(runStore, (state) => state.result);
  if (result === null) return null;
  const { headline, details } = describeFinding(result, modelName);
  const eligible = Math.max(0, ...Object.values(result.eligible));
  const { images } = result.spec;

  return (
    <>
      <output className={classes.headline}>{unbroken(headline)}</output>
      <p className={classes.details}>
        {unbroken(details.join(' '))}{' '}
        {!result.manifest.complete && 'The run is not complete: this rests on what was finished. '}
        Among {integer(eligible)} <Term name="eligible">eligible</Term> of{' '}
        {integer(images.count ?? eligible)} images; counts are{' '}
        <Term name="PX5">PX5 with 95 % intervals</Term>.
      </p>
    </>
  );
}

/** Keeps intervals, and numbers with their per cent sign, on one line. */
function unbroken(text: string): string {
  return text.replaceAll('–', '\u2060–\u2060').replaceAll(' %', '\u00a0%');
}
