import type { AttackSpec } from '../../protocol/attack-spec.ts';
import type { ImagesSpec, Spec } from '../../protocol/spec.ts';
import { specModelId } from '../../protocol/model-id.ts';
import { attackName, epsilonsOf } from '../../run/attack/attack-names.ts';
import { modelName } from '../models/model-list.ts';
import type { ArchivedRun } from './archived-run.ts';
import { questionNames } from './question-names.ts';
import type { RunHere } from './run-here.ts';

const kinds = {
  sweep: 'Sweep',
  attack: 'Attack',
  repair: 'Repair',
  inspection: 'Question',
} as const;

/** Models are named up to this many, and counted beyond. */
const NAMED = 3;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

function counted(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function imagesText(images: ImagesSpec): string {
  if (images.source === 'roadside') return counted(images.count, `${images.split} image`);
  const { path, count } = images;
  return count === undefined ? `images of ${path}` : `${counted(count, 'image')} of ${path}`;
}

function modelsText(models: Spec['models']): string {
  if (models.length > NAMED) return counted(models.length, 'model');
  return models.map((model) => modelName(specModelId(model))).join(', ');
}

/** "FGSM, ε 2, 4, 8", "PGD, ε 8", "One-pixel" */
function attackText(attack: AttackSpec): string {
  const name = attackName(attack);
  const sizes = epsilonsOf(attack);
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return sizes.length === 0 ? capital : `${capital}, ε ${sizes.join(', ')}`;
}

function experimentFacts({ models, images, grid, draws, attack, repair, seed }: Spec): string[] {
  const settings = grid.counts.length * grid.values.length * grid.regions.length;
  return [
    modelsText(models),
    imagesText(images),
    repair === undefined
      ? counted(settings, 'setting')
      : counted(repair.counts.length, 'repaired model'),
    ...(attack === undefined ? [] : [attackText(attack)]),
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

const percentage = (share: number): string => `${Math.floor(100 * share)} %`;

function hereText({ state, share }: RunHere): string {
  const done = percentage(share);
  switch (state) {
    case 'starting':
      return share === 0 ? 'Starting' : `Resuming at ${done}`;
    case 'running':
      return `Running, ${done}`;
    case 'paused':
      return `Paused at ${done}`;
  }
}

/**
 * How far a run is or how it ended; null where it came to its end.
 * @param here of a run that this tab works on; null where another does
 */
export function stateText({ state, share }: ArchivedRun, here: RunHere | null): string | null {
  const done = percentage(share);
  switch (state) {
    case 'done':
      return null;
    case 'running':
      return here === null ? `Running in another tab, ${done}` : hereText(here);
    case 'interrupted':
      return `Interrupted at ${done}`;
    case 'cancelled':
      return `Cancelled at ${done}`;
    case 'failed':
      return `Failed at ${done}`;
  }
}
