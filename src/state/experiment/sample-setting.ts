import type { RankCell, Spec } from '../../protocol/spec.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import { rectOf } from './region-rects.ts';

/** The element nearest to a number by ratio; the number itself where there is none. */
export function nearest(numbers: readonly number[], wanted: number): number {
  const distance = (each: number) => Math.abs(Math.log(each / wanted));
  const [first = wanted] = numbers;
  return numbers.reduce((best, each) => (distance(each) < distance(best) ? each : best), first);
}

/** The counts that a region of an image of some height and width has room for. */
export function fittingCounts(
  counts: readonly number[],
  size: readonly [number, number],
  region: number,
): number[] {
  const rect = rectOf(size, region);
  return counts.filter((count) => rect !== null && count <= rect.height * rect.width);
}

/**
 * The setting of a grid to show in pictures.
 * @param wanted in order of preference, the first one whose value and region the grid has counts
 */
export function sampleSetting(
  { values, regions }: Spec['grid'],
  wanted: readonly (Pick<RankCell, 'value' | 'region'> | null)[],
): Pick<RankCell, 'value' | 'region'> {
  const found = wanted.find(
    (each) =>
      each !== null &&
      regions.includes(each.region) &&
      values.some((value) => samePixelValue(value, each.value)),
  );
  return {
    value: found?.value ?? values[0] ?? 'replace',
    region: found?.region ?? regions[0] ?? 1,
  };
}
