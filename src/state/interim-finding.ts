import type { Tally } from '../run/sweep-types.ts';

/**
 * What the run shows so far, or null until every model has been measured at the largest count.
 * @param nameOf name of a model for a person
 */
export function describeInterim(
  tallies: readonly Tally[],
  nameOf: (id: string) => string,
): string | null {
  const largest = Math.max(0, ...tallies.map(({ count }) => count));
  const column = tallies
    .filter(({ count }) => count === largest)
    .map(({ model, accuracy }) => ({ model, accuracy }));
  const measured = column.flatMap(({ model, accuracy }) =>
    accuracy === null ? [] : [{ name: nameOf(model), accuracy }],
  );
  if (measured.length < 2 || measured.length < column.length) return null;
  const ordered = measured.sort((a, b) => a.accuracy - b.accuracy);
  const least = ordered[0];
  const most = ordered.at(-1);
  if (least === undefined || most === undefined) return null;
  const share = (accuracy: number) => `${(100 * accuracy).toFixed(0)} %`;
  return `So far, with ${largest} pixels changed, ${most.name} still gets ${share(most.accuracy)} of its images right and ${least.name} ${share(least.accuracy)}.`;
}
