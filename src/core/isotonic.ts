/**
 * Least-squares non-decreasing fit with equal weights, by pooling adjacent violators.
 * The input is integer totals, so that means are compared exactly.
 * @param totals one a step
 * @param blockTotal scratch of at least totals.length; receives the total of each block
 * @param blockSize scratch of at least totals.length; receives the steps of each block
 * @returns the number of blocks; a block's fitted value is blockTotal / blockSize
 */
export function poolViolators(
  totals: ArrayLike<number>,
  blockTotal: Float64Array,
  blockSize: Float64Array,
): number {
  let blocks = 0;
  for (let step = 0; step < totals.length; step += 1) {
    let total = totals[step] ?? 0;
    let size = 1;
    while (blocks > 0) {
      const lastTotal = blockTotal[blocks - 1] ?? 0;
      const lastSize = blockSize[blocks - 1] ?? 0;
      if (lastTotal * size <= total * lastSize) break;
      total += lastTotal;
      size += lastSize;
      blocks -= 1;
    }
    blockTotal[blocks] = total;
    blockSize[blocks] = size;
    blocks += 1;
  }
  return blocks;
}

/**
 * Non-decreasing least-squares fit of integer totals.
 * @returns one fitted value a step
 */
export function isotonicFit(totals: ArrayLike<number>): Float64Array {
  const blockTotal = new Float64Array(totals.length);
  const blockSize = new Float64Array(totals.length);
  const blocks = poolViolators(totals, blockTotal, blockSize);
  const fit = new Float64Array(totals.length);
  let step = 0;
  for (let block = 0; block < blocks; block += 1) {
    const size = blockSize[block] ?? 0;
    fit.fill((blockTotal[block] ?? 0) / size, step, step + size);
    step += size;
  }
  return fit;
}
