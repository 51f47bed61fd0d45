import type { SweepResult } from '../../../protocol/result.ts';
import { listOf, type NameOf } from '../wording.ts';
import { uncomparedText, unrankedText } from './uncompared.ts';

/** Longest list of pairs that still reads as a sentence. */
const MOST_PAIRS = 3;

type Pair = readonly [string, string];

/**
 * Which models the paired tests at the ranked cell tell apart, in sentences; none for one model.
 * Rests on `result.ranking`: Holm over all compared pairs, 5 % level.
 */
export function comparisons(result: SweepResult, nameOf: NameOf): string[] {
  const { ranking } = result;
  if (ranking.pairs.length === 0) return [];
  const unranked = unrankedText(result);
  return unranked.length > 0 ? unranked : [...told(ranking, nameOf), ...uncomparedText(result)];
}

function told(ranking: SweepResult['ranking'], nameOf: NameOf): string[] {
  const tiedWith = new Map(ranking.models.map((entry) => [entry.model, entry.tiedWith]));
  const pairs = ranking.pairs.flatMap(({ a, b, p }): Pair[] => (p === null ? [] : [[a, b]]));
  const isWhole = pairs.length === ranking.pairs.length;
  const write = ([a, b]: Pair) => `${nameOf(a)} and ${nameOf(b)}`;
  const isTied = ([a, b]: Pair) => tiedWith.get(a)?.includes(b) ?? false;
  const tied = pairs.filter(isTied).map(write);
  const apart = pairs.filter((pair) => !isTied(pair)).map(write);

  if (apart.length === 0) {
    if (!isWhole) return ['At that count, none of the compared models can be told apart.'];
    return [
      pairs.length === 1
        ? 'At that count, the two models cannot be told apart.'
        : 'At that count, no two models can be told apart.',
    ];
  }
  if (tied.length === 0 && !isWhole) {
    return [
      apart.length <= MOST_PAIRS
        ? `At that count, these differ: ${apart.join('; ')}.`
        : 'At that count, all compared models differ.',
    ];
  }
  if (tied.length === 0) {
    const order = [...ranking.models].sort((a, b) => a.rank - b.rank);
    const names = order.map(({ model }) => nameOf(model));
    return [`At that count, all models differ; most robust first: ${listOf(names)}.`];
  }
  if (tied.length <= MOST_PAIRS) {
    return [
      `At that count, these cannot be told apart: ${tied.join('; ')}. All other ${isWhole ? '' : 'compared '}pairs differ.`,
    ];
  }
  if (apart.length <= MOST_PAIRS) {
    return [`At that count, only these can be told apart: ${apart.join('; ')}.`];
  }
  return [
    `At that count, ${apart.length} of ${pairs.length} ${isWhole ? '' : 'compared '}pairs of models differ; the others cannot be told apart.`,
  ];
}
