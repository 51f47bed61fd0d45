import type { Tally } from '../../run/sweep-types.ts';

interface Measured {
  readonly name: string;
  readonly accuracy: number;
}

/** The models at one count, worst first; null where one of them has not been measured there. */
function column(
  tallies: readonly Tally[],
  count: number,
  nameOf: (id: string) => string,
): Measured[] | null {
  const measured: Measured[] = [];
  for (const { model, accuracy } of tallies.filter((tally) => tally.count === count)) {
    if (accuracy === null) return null;
    measured.push({ name: nameOf(model), accuracy });
  }
  return measured.sort((a, b) => a.accuracy - b.accuracy);
}

/**
 * What the run shows so far at the largest count that every model has reached; null before there is
 * one.
 * @param nameOf name of a model for a person
 */
export function describeInterim(
  tallies: readonly Tally[],
  nameOf: (id: string) => string,
): string | null {
  const counts = [...new Set(tallies.map(({ count }) => count))].sort((a, b) => b - a);
  const reached = counts.find((count) => column(tallies, count, nameOf) !== null);
  if (reached === undefined) return null;
  const models = column(tallies, reached, nameOf) ?? [];
  const least = models[0];
  const most = models.at(-1);
  if (least === undefined || most === undefined) return null;

  const share = ({ accuracy }: Measured) => `${(100 * accuracy).toFixed(1)} %`;
  const start = `So far, with ${reached} ${reached === 1 ? 'pixel' : 'pixels'} changed,`;
  return least.accuracy === most.accuracy
    ? `${start} every model still gets ${share(most)} of its images right.`
    : `${start} ${most.name} still gets ${share(most)} of its images right and ${least.name} ${share(least)}.`;
}
