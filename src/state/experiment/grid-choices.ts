import type { SpecPixelValue } from '../../protocol/spec.ts';
import { samePixelValue } from '../../run/pixel-values.ts';

function strength(value: SpecPixelValue): number {
  return value === 'replace' ? 0 : value.offset;
}

/** Adds a value or takes it away; random values come first, then offsets, smallest first. */
export function toggleValue(
  values: readonly SpecPixelValue[],
  value: SpecPixelValue,
): SpecPixelValue[] {
  const others = values.filter((each) => !samePixelValue(each, value));
  if (others.length < values.length) return others;
  return [...others, value].sort((a, b) => strength(a) - strength(b));
}

/** Adds a region or takes it away; the largest comes first. */
export function toggleRegion(regions: readonly number[], region: number): number[] {
  const others = regions.filter((each) => each !== region);
  if (others.length < regions.length) return others;
  return [...others, region].sort((a, b) => b - a);
}

/** Adds something or takes it away; what is on the list keeps the list's order. */
export function toggleListed<T>(chosen: readonly T[], one: T, list: readonly T[]): T[] {
  const next = new Set(chosen);
  if (!next.delete(one)) next.add(one);
  return list.filter((each) => next.has(each));
}
