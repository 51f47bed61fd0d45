import { holm } from './holm.ts';
import { pairedSteps, type PairedOutcomes } from './paired-test.ts';
import { runSteps } from './steps.ts';

/** Holm-adjusted p at or below this is significant. */
const SIGNIFICANCE = 0.05;

export interface RankedModel extends PairedOutcomes {
  readonly id: string;
  /** Models are compared only with models of an equal key: those that saw the same changed images. */
  readonly inputSize: string;
}

interface RankingPair {
  readonly a: string;
  readonly b: string;
  /** Null where the two are not compared: different input sizes, or no common eligible image. */
  readonly p: number | null;
  readonly pHolm: number | null;
}

export interface Ranking {
  readonly models: { model: string; rank: number; tiedWith: string[] }[];
  readonly pairs: RankingPair[];
}

interface RankingOptions {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Ranks models at one cell. Rank = 1 + number of significantly better models; a model is
 * significantly better where it has fewer wrong draws on the common images and the Holm-adjusted
 * p over all compared pairs is at most 0.05. `tiedWith` names the compared models without a
 * significant difference: ties are pairs, not groups.
 */
export function rankModels(models: readonly RankedModel[], options: RankingOptions): Ranking {
  return runSteps(rankingSteps(models, options));
}

/** The ranking of {@link rankModels} in steps of a few milliseconds. */
export function* rankingSteps(
  models: readonly RankedModel[],
  options: RankingOptions,
): Generator<void, Ranking> {
  const pairs: { a: string; b: string; p: number | null; difference: number }[] = [];
  for (const [index, a] of models.entries()) {
    for (const b of models.slice(index + 1)) {
      const comparison = a.inputSize === b.inputSize ? yield* pairedSteps(a, b, options) : null;
      pairs.push({
        a: a.id,
        b: b.id,
        p: comparison?.p ?? null,
        difference: comparison?.difference ?? 0,
      });
      yield;
    }
  }
  const adjusted = holm(pairs.flatMap(({ p }) => (p === null ? [] : [p]))).values();
  const judged = pairs.map((pair) => ({
    ...pair,
    pHolm: pair.p === null ? null : (adjusted.next().value ?? null),
  }));
  const ranked = models.map(({ id }) => {
    const tiedWith: string[] = [];
    let better = 0;
    for (const { a, b, difference, pHolm } of judged) {
      if (pHolm === null || (a !== id && b !== id)) continue;
      const isWorse = a === id ? difference > 0 : difference < 0;
      if (pHolm > SIGNIFICANCE) tiedWith.push(a === id ? b : a);
      else if (isWorse) better += 1;
    }
    return { model: id, rank: 1 + better, tiedWith };
  });
  return { models: ranked, pairs: judged.map(({ a, b, p, pHolm }) => ({ a, b, p, pHolm })) };
}
