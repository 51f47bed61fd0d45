import type { ImagesSpec, Spec } from '../../protocol/spec.ts';
import { specModelId } from '../../protocol/model-id.ts';
import { modelName } from '../models/model-list.ts';
import type { ArchivedRun } from './archived-run.ts';
import { questionNames } from './question-names.ts';

const kinds = {
  sweep: 'Sweep',
  attack: 'Attack',
  repair: 'Repair',
  inspection: 'Question',
} as const;

const attackNames = { fgsm: 'FGSM', pgd: 'PGD', 'one-pixel': 'One pixel' } as const;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

function counted(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function imagesText(images: ImagesSpec): string {
  if (images.source === 'roadside') return counted(images.count, `${images.split} image`);
  const { path, count } = images;
  return count === undefined ? `images of ${path}` : `${counted(count, 'image')} of ${path}`;
}

function experimentFacts({ models, images, grid, draws, attack, repair, seed }: Spec): string[] {
  const [first] = models;
  const named = models.length === 1 && first !== undefined ? modelName(specModelId(first)) : null;
  const settings = grid.counts.length * grid.values.length * grid.regions.length;
  return [
    named ?? counted(models.length, 'model'),
    imagesText(images),
    repair === undefined ? counted(settings, 'setting') : counted(repair.counts.length, 'model'),
    ...(attack === undefined ? [] : [attackNames[attack.kind]]),
    ...(draws === 1 ? [] : [counted(draws, 'draw')]),
    `seed ${seed}`,
  ];
}

/** What was run, in a few words: "Sweep", "5 models", "500 test images", "7 settings", "seed 7". */
export function runFacts(run: ArchivedRun): readonly string[] {
  if (run.kind === 'inspection') {
    const { question, models } = run.spec;
    return [kinds.inspection, questionNames[question], models.map(modelName).join(', ')];
  }
  return [kinds[run.kind], ...experimentFacts(run.spec)];
}

/** How far a run is or how it ended; null where it came to its end. */
export function stateText({ state, share }: ArchivedRun, isHere: boolean): string | null {
  const done = `${Math.floor(100 * share)} %`;
  switch (state) {
    case 'done':
      return null;
    case 'running':
      return isHere ? `Running, ${done}` : `Running in another tab, ${done}`;
    case 'interrupted':
      return `Interrupted at ${done}`;
    case 'cancelled':
      return `Cancelled at ${done}`;
    case 'failed':
      return `Failed at ${done}`;
  }
}
