import { integer } from '../../../charts/format.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';

/** "63.2 %"; nothing that was computed is called certain or impossible. */
export function probability(value: number): string {
  if (value > 0.9995) return 'over 99.9\u00a0%';
  if (value < 0.0005) return 'under 0.1\u00a0%';
  return `${(value * 100).toFixed(1)}\u00a0%`;
}

/** "Speed limit 30", at the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "rgb 12, 40, 255" */
export function rgbText(colour: readonly [number, number, number]): string {
  return colour.join(', ');
}

export function rgbStyle([red, green, blue]: readonly [number, number, number]): string {
  return `rgb(${red} ${green} ${blue})`;
}

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
