import type { CellResult } from '../../protocol/result.ts';
import type { SpecPixelValue } from '../../protocol/spec.ts';
import { perCent } from '../number-text.ts';

/** Name of a model for a person. */
export type NameOf = (id: string) => string;

/** What a result says, in sentences. */
export interface Finding {
  readonly headline: string;
  readonly details: readonly string[];
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "ResNet, VGG and AlexNet" */
export function listOf(names: readonly string[]): string {
  return conjunction.format(names);
}

/** "every model" where these are all there are, otherwise "each of ResNet and VGG". */
export function eachOf(names: readonly string[], all: number): string {
  if (names.length === all) return 'every model';
  return names.length === 1 ? listOf(names) : `each of ${listOf(names)}`;
}

/** "no model" where these are all there are, otherwise "neither ResNet nor VGG". */
export function noneOf(names: readonly string[], all: number): string {
  if (names.length === all) return 'no model';
  return names.length === 2 ? `neither ${names.join(' nor ')}` : `none of ${listOf(names)}`;
}

/** A sentence's first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 changed pixel", "64 changed pixels" */
export function changedPixels(count: number): string {
  return `${count} changed ${count === 1 ? 'pixel' : 'pixels'}`;
}

/** "5.2 % (3.9–6.8)", of the images of a cell that has some. */
export function wrongShare({ accuracy, interval }: CellResult): string {
  if (accuracy === null || interval === null) return 'an unknown share';
  const [low, high] = interval;
  // An interval of accuracy turns over when it becomes one of errors.
  return `${perCent(1 - accuracy)} % (${perCent(1 - high)}–${perCent(1 - low)})`;
}

/** "94.8 % (93.2–96.1)" */
export function rightShare({ accuracy, interval }: CellResult): string {
  if (accuracy === null || interval === null) return 'an unknown share';
  return `${perCent(accuracy)} % (${perCent(interval[0])}–${perCent(interval[1])})`;
}

/** "random values", "values up to ±40 away" */
export function valueText(value: SpecPixelValue): string {
  return value === 'replace' ? 'random values' : `changes of up to ±${value.offset}`;
}

/** "anywhere in the image", "in the central 50 % of its sides" */
export function regionText(region: number): string {
  if (region === 1) return 'anywhere in the image';
  return `within the central ${Number((region * 100).toFixed(1))} % of its sides`;
}

/** Whether the 95 % intervals of two cells leave a gap; a cautious sign of a difference. */
export function intervalsApart(a: CellResult, b: CellResult): boolean {
  if (a.interval === null || b.interval === null) return false;
  return a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0];
}

/** Wrong classifications as a share; cells without images come out as nothing wrong. */
export function wrongOf({ accuracy }: CellResult): number {
  return accuracy === null ? 0 : 1 - accuracy;
}
