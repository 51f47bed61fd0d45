import type { SweepResult } from '../../../protocol/result.ts';
import { listOf, type NameOf } from '../wording.ts';

/** Longest list of pairs that still reads as a sentence. */
const MOST_PAIRS = 3;

function pairsOf(models: readonly string[]): [string, string][] {
  return models.flatMap((a, position) =>
    models.slice(position + 1).map((b): [string, string] => [a, b]),
  );
}

/**
 * Which models the paired tests at the ranked cell tell apart, in a sentence; none for one model.
 * Rests on `result.ranking`: Holm over all pairs, 5 % level.
 */
export function comparisons({ ranking }: SweepResult, nameOf: NameOf): string[] {
  const tiedWith = new Map(ranking.models.map((entry) => [entry.model, entry.tiedWith]));
  const pairs = pairsOf([...tiedWith.keys()]);
  if (pairs.length === 0) return [];
  if (ranking.pairs.length > 0 && ranking.pairs.every(({ p }) => p === null)) {
    return ['The models see images of different sizes, so they are not ranked.'];
  }
  const write = ([a, b]: [string, string]) => `${nameOf(a)} and ${nameOf(b)}`;
  const isTied = ([a, b]: [string, string]) => tiedWith.get(a)?.includes(b) ?? false;
  const tied = pairs.filter(isTied).map(write);
  const apart = pairs.filter((pair) => !isTied(pair)).map(write);

  if (apart.length === 0) {
    return [
      pairs.length === 1
        ? 'At that count, the two models cannot be told apart.'
        : 'At that count, no two models can be told apart.',
    ];
  }
  if (tied.length === 0) {
    const order = [...ranking.models].sort((a, b) => a.rank - b.rank);
    const names = order.map(({ model }) => nameOf(model));
    return [`At that count, all models differ; most robust first: ${listOf(names)}.`];
  }
  if (tied.length <= MOST_PAIRS) {
    return [
      `At that count, these cannot be told apart: ${tied.join('; ')}. All other pairs differ.`,
    ];
  }
  if (apart.length <= MOST_PAIRS) {
    return [`At that count, only these can be told apart: ${apart.join('; ')}.`];
  }
  return [
    `At that count, ${apart.length} of ${pairs.length} pairs of models differ; the others cannot be told apart.`,
  ];
}
