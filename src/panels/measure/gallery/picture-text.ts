import { integer } from '../../../run/number-text.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';

/** "replaced, whole image", "changed by up to ±40, central 50 %" */
export function settingText(value: SpecPixelValue, region: number): string {
  const how = value === 'replace' ? 'random values' : `changes of up to ±${value.offset}`;
  const where =
    region === 1 ? 'whole image' : `central ${Number((region * 100).toFixed(1))}\u00a0%`;
  return `${how}, ${where}`;
}

/** "1–12 of 37" */
export function rangeText(start: number, shown: number, total: number): string {
  if (total === 0) return 'None';
  return `${integer(start + 1)}–${integer(start + shown)} of ${integer(total)}`;
}
