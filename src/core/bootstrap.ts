import { seedKey } from './random-keys.ts';
import { resampleImages } from './resample.ts';
import { runSteps } from './steps.ts';

/** Replicates of every bootstrap in the lab. */
const REPLICATES = 10_000;

/**
 * Cells resampled together, one column a cell: how often each eligible image was wrong.
 * For the critical count a row holds the cells of one model, value and region, by count.
 */
export type BootstrapRow = readonly Uint16Array[];

export interface BootstrapOptions {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Default 10,000. */
  readonly replicates?: number;
}

interface GroupedRow {
  readonly columns: number;
  /** For each image, the number of its pattern of wrong counts over the columns. */
  readonly patternOf: Uint32Array;
  readonly weights: Uint32Array;
  /** patterns × columns. */
  readonly patterns: Uint16Array;
  readonly totals: Uint32Array[];
}

// A step of this many image look-ups takes a few milliseconds.
const STEP_WORK = 2_000_000;

/** Images with equal patterns are interchangeable, so a replicate needs only their numbers. */
function groupRow(row: BootstrapRow, images: number, replicates: number): GroupedRow {
  const patternOf = new Uint32Array(images);
  const numbers = new Map<string, number>();
  const patterns: number[] = [];
  for (let image = 0; image < images; image += 1) {
    const pattern = row.map((column) => column[image] ?? 0);
    const name = pattern.join(' ');
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
      patterns.push(...pattern);
    }
    patternOf[image] = number;
  }
  return {
    columns: row.length,
    patternOf,
    weights: new Uint32Array(numbers.size),
    patterns: Uint16Array.from(patterns),
    totals: row.map(() => new Uint32Array(replicates)),
  };
}

function addReplicate(row: GroupedRow, replicate: number, indices: Uint32Array): void {
  const { columns, patternOf, weights, patterns, totals } = row;
  weights.fill(0);
  for (let index = 0; index < indices.length; index += 1) {
    const pattern = patternOf[indices[index] ?? 0] ?? 0;
    weights[pattern] = (weights[pattern] ?? 0) + 1;
  }
  for (let column = 0; column < columns; column += 1) {
    let total = 0;
    for (let pattern = 0; pattern < weights.length; pattern += 1) {
      total += (weights[pattern] ?? 0) * (patterns[pattern * columns + column] ?? 0);
    }
    const target = totals[column];
    if (target) target[replicate] = total;
  }
}

/**
 * The bootstrap of {@link bootstrapTotals} in steps of a few milliseconds: yields the number of
 * finished replicates, so that a thread with other duties can pause between steps.
 * @throws RangeError if there is no image or the columns differ in length
 */
export function* bootstrapSteps(
  rows: readonly BootstrapRow[],
  { seed, replicates = REPLICATES }: BootstrapOptions,
): Generator<number, Uint32Array[][]> {
  const images = rows[0]?.[0]?.length ?? 0;
  if (rows.some((row) => row.some((column) => column.length !== images))) {
    throw new RangeError('all columns of a bootstrap must cover the same images');
  }
  if (images === 0 && rows.length > 0) {
    throw new RangeError('a bootstrap needs at least one image');
  }
  const key = seedKey(seed);
  const grouped: GroupedRow[] = [];
  let replicateWork = 10 * images;
  for (const row of rows) {
    const group = groupRow(row, images, replicates);
    grouped.push(group);
    replicateWork += images + group.patterns.length;
    yield 0;
  }
  const indices = new Uint32Array(images);
  const step = Math.max(1, Math.floor(STEP_WORK / Math.max(1, replicateWork)));
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    resampleImages(key, replicate, indices);
    for (const row of grouped) addReplicate(row, replicate, indices);
    if ((replicate + 1) % step === 0) yield replicate + 1;
  }
  return grouped.map((row) => row.totals);
}

/**
 * Resamples images with replacement; every row and column sees the same resampled images.
 * @param rows columns of equal length n ≥ 1, each the wrong classifications of every image
 * @returns for each row and column, the total of wrong classifications in each replicate
 * @throws RangeError if there is no image or the columns differ in length
 */
export function bootstrapTotals(
  rows: readonly BootstrapRow[],
  options: BootstrapOptions,
): Uint32Array[][] {
  return runSteps(bootstrapSteps(rows, options));
}

/**
 * 95 % percentile interval: the k-th smallest and the k-th largest replicate, k = ⌈B / 40⌉.
 * Order statistics without interpolation, so that infinite replicates stay what they are.
 * @param replicates values of any order; left as they are
 * @throws RangeError if there is no replicate
 */
export function percentileInterval(replicates: ArrayLike<number>): [number, number] {
  const sorted = Float64Array.from(replicates).sort();
  const k = Math.ceil(sorted.length / 40);
  const low = sorted[k - 1];
  const high = sorted[sorted.length - k];
  if (low === undefined || high === undefined) {
    throw new RangeError('a percentile interval needs at least one replicate');
  }
  return [low, high];
}
