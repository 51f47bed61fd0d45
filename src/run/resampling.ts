import { bootstrapSteps, type BootstrapRow } from '../core/bootstrap.ts';
import { runInSlices } from './yielding.ts';

/** Columns resampled in one pass; bounds the memory for their replicates. */
const PASS_COLUMNS = 512;

/**
 * Bootstrap totals of each row, without blocking the thread. Rows of equal length share their
 * resampled images, whichever pass they are in: these depend on the seed and the length alone.
 * A row without images gets empty totals.
 */
export async function resampleRows(
  rows: readonly BootstrapRow[],
  seed: number,
): Promise<Uint32Array[][]> {
  const totals: Uint32Array[][] = rows.map((row) => row.map(() => new Uint32Array()));
  const byLength = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    const length = row[0]?.length ?? 0;
    const others = byLength.get(length);
    if (others) others.push(index);
    else byLength.set(length, [index]);
  }
  for (const [length, indices] of byLength) {
    if (length === 0) continue;
    for (const pass of passes(indices, rows)) {
      const steps = bootstrapSteps(
        pass.map((index) => rows[index] ?? []),
        { seed },
      );
      for (const [at, row] of (await runInSlices(steps)).entries()) totals[pass[at] ?? 0] = row;
    }
  }
  return totals;
}

function passes(indices: readonly number[], rows: readonly BootstrapRow[]): number[][] {
  const result: number[][] = [];
  let columns = Number.POSITIVE_INFINITY;
  for (const index of indices) {
    const width = rows[index]?.length ?? 0;
    columns += width;
    if (columns > PASS_COLUMNS) {
      result.push([]);
      columns = width;
    }
    result.at(-1)?.push(index);
  }
  return result;
}
