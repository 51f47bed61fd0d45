import { useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { pixelsOf } from '../../../charts/format.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { PairTable } from './pair-table.tsx';
import { RankingTable } from './ranking-table.tsx';
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
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.result);
  if (result === null || isUnderWay(phase)) {
    return <Text>When a run has ended, its models are compared here, pair by pair.</Text>;
  }
  if (result.ranking.models.length < 2) {
    return <Text>One model has nothing to be ranked against. Add another to compare the two.</Text>;
  }
  return (
    <>
      <Meaning result={result} />
      <RankingTable result={result} />
      <PairTable result={result} />
    </>
  );
}

function Text({ children }: { readonly children: ReactNode }) {
  return <p className={classes.text}>{children}</p>;
}

/** What a rank says, and what it rests on. */
function Meaning({ result }: { readonly result: SweepResult }) {
  const { ranking, manifest, spec } = result;
  const apart = ranking.pairs.filter(({ p }) => p === null).length;
  const test = spec.draws > 1 ? 'sign-flip tests over images' : 'exact McNemar tests';
  return (
    <Text>
      A model’s rank is 1 + the number of models that are significantly better with{' '}
      {pixelsOf(ranking.cell.count)} changed ({test}, Holm-corrected, p ≤ 0.05). Ties are pairs: of
      three models, the first may be tied with the second and the second with the third while the
      first and the third differ.
      {apart > 0 &&
        ` ${apart} of ${ranking.pairs.length} pairs are not compared, as the two models do not see the same changed images.`}
      {!manifest.complete && ' The run is not complete: this rests on the images it finished.'}
    </Text>
  );
}
