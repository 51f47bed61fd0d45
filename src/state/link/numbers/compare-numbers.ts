import { hasStart } from '../codec/hash-start.ts';
import type { LinkedNumber, ResultNumbers } from './linked-number.ts';
import type { PackedNumbers } from './pack-numbers.ts';

/** A number that is not the same here as in the link. */
export interface DifferingNumber extends LinkedNumber {
  readonly linked: number;
}

/** How a result stands to the numbers of a link. */
export interface Comparison {
  readonly total: number;
  readonly differing: readonly DifferingNumber[];
  /** Ids of the models whose files are not those of the link. */
  readonly otherModels: readonly string[];
  readonly hasOtherImages: boolean;
  /** What computed it: there, and here. */
  readonly backends: readonly [string, string];
  /** Version of the lab. */
  readonly versions: readonly [string, string];
}

/** Compares number by number; null where the link's are not of this experiment. */
export function compareNumbers(linked: PackedNumbers, here: ResultNumbers): Comparison | null {
  const { numbers, models } = here;
  const isAlike =
    linked.kind === here.kind &&
    linked.values.length === numbers.length &&
    linked.models.length === models.length;
  if (!isAlike) return null;
  return {
    total: numbers.length,
    differing: numbers.flatMap((number, at) => {
      const value = linked.values[at] ?? 0;
      return value === number.value ? [] : [{ ...number, linked: value }];
    }),
    otherModels: models.flatMap(({ id, hash }, at) =>
      hasStart(hash, linked.models[at] ?? '') ? [] : [id],
    ),
    hasOtherImages: !hasStart(here.images, linked.images),
    backends: [linked.backend, here.backend],
    versions: [linked.version, here.version],
  };
}
