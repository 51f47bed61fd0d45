import { useDeferredValue, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../run/number-text.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { uncomparedText } from '../../../run/finding/sweep/uncompared.ts';
import { rankCellOf } from '../../../run/plan.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { PairTable } from './pair-table.tsx';
import { RankingTable } from './ranking-table.tsx';
import { Explained } from '../../terms/explained.tsx';
import { Term } from '../../terms/term.tsx';
import classes from './ranking.module.css';

/** The models in order, with what the order rests on. */
export function Ranking() {
  const heading = useId();
  return (
    <section className={classes.ranking} aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        Ranking
      </h3>
      <Content />
    </section>
  );
}

function Content(): ReactNode {
  const planned = useStore(experimentStore, (state) => state.spec);
  const ran = useStore(runStore, (state) => state.spec);
  const isLive = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const ended = useStore(runStore, (state) => state.result);
  const result = useDeferredValue(isLive ? null : ended);
  const spec = useDeferredValue(ran ?? planned);
  if (spec.models.length < 2) {
    return <Text>One model has nothing to be ranked against. Add another to compare the two.</Text>;
  }
  return (
    <>
      <Meaning spec={spec} result={result} />
      <RankingTable spec={spec} result={result} />
      {result === null ? (
        <Text>When a run has ended, its models are compared pair by pair.</Text>
      ) : (
        <PairTable result={result} />
      )}
    </>
  );
}

function Text({ children }: { readonly children: ReactNode }) {
  return <p className={classes.text}>{children}</p>;
}

/** What a rank says, and what it rests on. */
function Meaning({ spec, result }: { readonly spec: Spec; readonly result: SweepResult | null }) {
  const uncompared = result === null ? [] : uncomparedText(result);
  const test = spec.draws > 1 ? 'sign-flip tests over images' : 'exact McNemar tests';
  return (
    <Text>
      A model’s rank is 1 + the number of models that are significantly better with{' '}
      {pixelsOf((result?.ranking.cell ?? rankCellOf(spec)).count)} changed (
      <Explained text={`${test}, Holm-corrected`} />, <Term name="pValue">p</Term> ≤ 0.05). Ties are
      pairs: of three models, the first may be tied with the second and the second with the third
      while the first and the third differ.
      {uncompared.map((text) => ` ${text}`)}
      {result?.manifest.complete === false &&
        ' The run is not complete: this rests on the images it finished.'}
    </Text>
  );
}
