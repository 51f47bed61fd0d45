/** The measured count nearest to a wanted one, in doublings. */
export function nearestCount(counts: readonly number[], wanted: number): number {
  const distance = (count: number) => Math.abs(Math.log(count / wanted));
  return counts.reduce(
    (nearest, count) => (distance(count) < distance(nearest) ? count : nearest),
    counts[0] ?? wanted,
  );
}
