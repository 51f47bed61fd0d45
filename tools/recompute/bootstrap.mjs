import { keyOfSeed, philox } from './philox.mjs';

const REPLICATES = 10_000;
const BOOTSTRAP = 0x80000001;

/**
 * Bootstrap totals of columns, each an array with the wrong draws of n images. Columns of equal n
 * share their resampled images.
 * @returns a map from column to its totals by replicate
 */
export function resampledTotals(columns, seed) {
  const key = keyOfSeed(seed);
  const totals = new Map(columns.map((column) => [column, new Float64Array(REPLICATES)]));
  for (const [n, group] of groupByLength(columns)) {
    const copies = new Uint32Array(n);
    for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
      copies.fill(0);
      for (let drawn = 0; drawn < n; drawn += 4) {
        const words = philox([replicate, drawn / 4, 0, BOOTSTRAP], key);
        for (let at = 0; at < 4 && drawn + at < n; at += 1) {
          copies[Math.floor((words[at] / 2 ** 32) * n)] += 1;
        }
      }
      for (const column of group) {
        let total = 0;
        for (let image = 0; image < n; image += 1) total += copies[image] * column[image];
        totals.get(column)[replicate] = total;
      }
    }
  }
  return totals;
}

function groupByLength(columns) {
  const groups = new Map();
  for (const column of columns) {
    if (!groups.has(column.length)) groups.set(column.length, []);
    groups.get(column.length).push(column);
  }
  return groups;
}

/** The 250th smallest and the 250th largest of 10,000 values. */
export function ends(values) {
  const sorted = Float64Array.from(values).sort();
  const rank = sorted.length / 40;
  return [sorted[rank - 1], sorted[sorted.length - rank]];
}
