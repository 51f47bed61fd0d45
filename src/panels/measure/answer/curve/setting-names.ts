import type { SpecPixelValue } from '../../../../protocol/spec.ts';
import { sidePercent, valueText } from '../../../shared/sentence/phrases.ts';

/** "random" or "±40": the name of a line. */
export function valueName(value: SpecPixelValue): string {
  return value === 'replace' ? 'random' : valueText(value);
}

/** "whole" or "75 % side": the name of a line. */
export function regionName(region: number): string {
  return region === 1 ? 'whole' : `${sidePercent(region)} side`;
}
