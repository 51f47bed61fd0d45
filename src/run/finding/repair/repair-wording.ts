import type { RepairArm } from '../../../protocol/repair.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';
import { integer, perCent } from '../../number-text.ts';

/** Name of a model for a person. */
export type NameOf = (id: string) => string;

/** An estimate of a share with its 95 % interval; nulls where there is nothing to judge by. */
export interface Share {
  readonly accuracy: number | null;
  readonly interval: readonly [number, number] | null;
}

const armWords: Readonly<Record<RepairArm, string>> = {
  pixels: '',
  noise: 'noise',
  'flip-shift': 'flips and shifts',
  erasing: 'erased squares',
};

/** How the samples were made: the paper's are changed pixels. */
export function armOf({ spec }: RepairResult): RepairArm {
  return spec.repair?.arm ?? 'pixels';
}

/**
 * Names of the models of a repair beside each other: "Original", "Repaired at 4", or "Retrained with
 * noise" where the samples are other than changed pixels.
 */
export function modelNames(result: RepairResult): NameOf {
  const arm = armOf(result);
  const several = result.repaired.length > 1;
  const names = new Map([[result.original.id, 'Original']]);
  for (const { id, count } of result.repaired) {
    const other = `Retrained with ${armWords[arm]}${several ? ` (${count})` : ''}`;
    names.set(id, arm === 'pixels' ? `Repaired at ${count}` : other);
  }
  return (id) => names.get(id) ?? id;
}

/** "94.8 % (93.2–96.1)" */
export function shareText({ accuracy, interval }: Share): string {
  if (accuracy === null) return 'an unknown share';
  if (interval === null) return `${perCent(accuracy)} %`;
  return `${perCent(accuracy)} % (${perCent(interval[0])}–${perCent(interval[1])})`;
}

/** "4 changed pixels" */
export function changed(count: number): string {
  return `${count} changed ${count === 1 ? 'pixel' : 'pixels'}`;
}

/** "1 of 5 models", or "the model" where there is one. */
export function ofModels(some: number, all: number): string {
  if (all === 1) return 'the repaired model';
  return some === all ? `all ${all} repaired models` : `${some} of ${all} repaired models`;
}

/** "1 epoch", "20 epochs" */
export function epochsText(epochs: number): string {
  return `${integer(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}`;
}
