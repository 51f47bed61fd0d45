import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import type { AttackResult } from '../../../protocol/attack-result.ts';
import { describeAttack } from '../../../run/finding/attack/describe-attack.ts';
import { describeAttackInterim } from '../../../run/finding/attack/describe-attack-interim.ts';
import { regionText } from '../../../run/finding/wording.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { Term } from '../../terms/term.tsx';
import { valueText } from '../../shared/sentence/phrases.ts';
import classes from '../answer/answer.module.css';
import own from './attack-answer.module.css';
import { unbroken } from '../answer/unbroken.ts';

/** The answer of an attack in words: what is known in the present phase, no more. */
export function AttackFinding() {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.attackResult);
  const isLive = isUnderWay(phase);

  return (
    <div className={`${classes.finding} ${own.finding}`} data-awaited={phase !== 'idle'}>
      <h2 className={classes.heading}>Finding</h2>
      {isLive && <Interim />}
      {!isLive && result !== null && <Final result={result} />}
      {!isLive && result === null && <Nothing isIdle={phase === 'idle'} />}
    </div>
  );
}

function Nothing({ isIdle }: { readonly isIdle: boolean }) {
  return (
    <>
      <p className={classes.headline} data-quiet="true">
        {isIdle
          ? 'Press Run to attack the classifiers, and to see what random pixels undo.'
          : 'Nothing was measured.'}
      </p>
      <p className={classes.details}>
        Each image that a model gets right is changed so that the model gets it wrong. Then a few
        pixels of these examples are changed at random. What counts is how often the right answer
        comes back.
      </p>
    </>
  );
}

function Interim() {
  const tallies = useStore(runStore, (state) => state.attackTallies);
  const spec = useStore(runStore, (state) => state.spec);
  const interim = spec?.attack && describeAttackInterim(spec.attack, tallies, spec.draws);
  return (
    <p className={classes.headline} data-quiet="true">
      {interim ? unbroken(interim) : 'Classifying the unchanged images first.'}
    </p>
  );
}

function Final({ result }: { readonly result: AttackResult }) {
  const finding = useMemo(() => describeAttack(result, modelName), [result]);
  return (
    <>
      <output className={classes.headline}>{unbroken(finding.headline)}</output>
      <p className={classes.details}>
        {unbroken(finding.details.join(' '))}{' '}
        {!result.manifest.complete && 'The run is not complete: this rests on what was finished. '}
        <Basis result={result} />
      </p>
    </>
  );
}

/** What the figures of the finding rest on: denominators, draws, setting and intervals. */
function Basis({ result }: { readonly result: AttackResult }) {
  const { draws, grid, images } = result.spec;
  const eligible = Object.values(result.eligible);
  const least = Math.min(...eligible);
  const most = Math.max(...eligible);
  const range = least === most ? integer(most) : `${integer(least)} to ${integer(most)}`;
  const [value = 'replace'] = grid.values;
  const [region = 1] = grid.regions;
  const isOneOf = grid.values.length > 1 || grid.regions.length > 1;
  return (
    <>
      Among {range} <Term name="eligible">eligible</Term> of {integer(images.count ?? most)} images
      {isOneOf && `, with ${valueText(value)} ${regionText(region)}`}
      {draws > 1 && `, each example with ${integer(draws)} draws`}. In brackets: 95 % intervals.
    </>
  );
}
