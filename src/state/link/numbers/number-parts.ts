import type { AttackResult } from '../../../protocol/attack-result.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import type { RankCell } from '../../../protocol/spec.ts';
import { changedPixels, regionText, valueText } from '../../../run/finding/wording.ts';
import type { LinkedNumber, ResultNumbers } from './linked-number.ts';

export type NumbersOf = Pick<ResultNumbers, 'images' | 'models' | 'numbers'>;

/** "64 changed pixels, random values, anywhere in the image" */
export function settingText({ count, value, region }: RankCell): string {
  return [changedPixels(count), valueText(value), regionText(region)].join(', ');
}

type Judged = Pick<SweepResult | AttackResult, 'clean' | 'eligible'>;

/** Of the unchanged images: those there are, those that are right and those that count. */
export function cleanNumbers({ clean, eligible }: Judged, model: string): LinkedNumber[] {
  const setting = 'unchanged images';
  const { images = 0, correct } = clean[model] ?? {};
  return [
    { model, setting, quantity: 'classified', value: images },
    { model, setting, quantity: 'right', value: correct ?? 0 },
    { model, setting, quantity: 'eligible', value: eligible[model] ?? 0 },
  ];
}

export function hashesOf({ models, manifest }: Pick<SweepResult, 'models' | 'manifest'>) {
  return {
    images: manifest.imageSetHash,
    models: models.map(({ id, hash }) => ({ id, hash })),
  };
}
