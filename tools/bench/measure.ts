/** One figure of the benchmark. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'times' | 's' | 'ms' | 'images/s';
  /** What the project promises, where it promises something. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** How the figure came about, for a person. */
  readonly detail: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Runs the arms of a comparison in turn, so that a busy spell of the machine meets all of them.
 * @param arms each returns its own measure, for example seconds
 * @returns the median of each arm
 */
export async function compare<Arm extends string>(
  rounds: number,
  arms: Readonly<Record<Arm, () => Promise<number>>>,
): Promise<Record<Arm, number>> {
  const names = Object.keys(arms) as Arm[];
  const taken = new Map<Arm, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      taken.get(name)?.push(await arms[name]());
    }
  }
  const medians = names.map((name) => [name, median(taken.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Arm, number>;
}

/** Seconds that something takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
