/**
 * Holm's step-down adjustment (Holm 1979): the j-th smallest of m p-values times m − j + 1, at
 * most 1 and never below an adjusted smaller one.
 * @returns adjusted p-values in the order of the input
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = pValues.slice();
  let running = 0;
  for (const [step, { p, index }] of order.entries()) {
    running = Math.max(running, Math.min(1, p * (order.length - step)));
    adjusted[index] = running;
  }
  return adjusted;
}
