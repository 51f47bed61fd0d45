import { inputPresets, type InputPreset } from '../../protocol/preprocess-presets.ts';
import type { Preprocess } from '../../protocol/spec.ts';

export type PresetName = keyof typeof inputPresets;

/** The usual kinds of input, as a person chooses them. */
export const presetTitles: readonly { readonly name: PresetName; readonly title: string }[] = [
  { name: 'imageNet', title: 'ImageNet' },
  { name: 'minusOneToOne', title: '−1…1' },
  { name: 'zeroToOne', title: '0…1' },
  { name: 'caffe', title: 'Caffe' },
];

/** The preset that a model's input is; null for one of its own. */
export function presetOf(preprocess: InputPreset): PresetName | null {
  const text = ({ channels, range, mean, std }: InputPreset) =>
    JSON.stringify([channels, range, mean, std]);
  const wanted = text(preprocess);
  return presetTitles.find(({ name }) => text(inputPresets[name]) === wanted)?.name ?? null;
}

/** The same preprocessing with the input of a preset. */
export function withPreset(preprocess: Preprocess, name: PresetName): Preprocess {
  const { channels, range, mean, std } = inputPresets[name];
  return { ...preprocess, channels, range: [...range], mean: [...mean], std: [...std] };
}

/** "0.485, 0.456, 0.406" */
export function numbersText(numbers: readonly number[]): string {
  return numbers.join(', ');
}

/**
 * Reads so many numbers with commas or spaces between them.
 * @returns null where the text is anything else
 */
export function readNumbers(text: string, count: number): number[] | null {
  const parts = text
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  const numbers = parts.map(Number);
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}
