import { NOT_CLASSIFIED, type AttackAnswer } from '../../protocol/attack.ts';
import type { UnitPlace } from '../predictions.ts';
import type { AttackPlan } from './attack-plan.ts';

/** What one attack on one model brought, by image; structured-cloneable. */
export interface AttackDetail {
  /** By cell · draws + draw: class of each changed example, else {@link NOT_CLASSIFIED}. */
  readonly changed: readonly Uint16Array[];
  /** By cell: Σ |Δ| in bytes of each example over the draws. */
  readonly absDelta: readonly Float64Array[];
  readonly zeroGradients: Uint32Array;
  readonly changedPixels: Uint32Array;
  readonly largestDelta: Uint8Array;
  readonly queries: Uint32Array;
}

/** By model, then attack. */
export type AttackDetails = readonly (readonly AttackDetail[])[];

export function emptyDetails({ images, draws, models, cells, attacks }: AttackPlan): AttackDetails {
  return models.map(() =>
    attacks.map(() => ({
      changed: Array.from({ length: cells.length * draws }, () =>
        new Uint16Array(images).fill(NOT_CLASSIFIED),
      ),
      absDelta: cells.map(() => new Float64Array(images)),
      zeroGradients: new Uint32Array(images),
      changedPixels: new Uint32Array(images),
      largestDelta: new Uint8Array(images),
      queries: new Uint32Array(images),
    })),
  );
}

/** @throws RangeError if the model or the attack is not one of the run */
export function detailAt(details: AttackDetails, model: number, attack: number): AttackDetail {
  const detail = details[model]?.[attack];
  if (!detail) throw new RangeError(`no attack ${attack} on model ${model} in this run`);
  return detail;
}

/** Keeps the answer to a unit whose images had none yet. */
export function storeDetail(
  detail: AttackDetail,
  { images }: UnitPlace,
  answer: AttackAnswer,
  draws: number,
): void {
  for (const [index, image] of images.entries()) {
    for (const [setting, predicted] of answer.changed.entries()) {
      const classes = detail.changed[setting];
      const delta = detail.absDelta[Math.floor(setting / draws)];
      if (classes) classes[image] = predicted[index] ?? NOT_CLASSIFIED;
      if (delta) delta[image] = (delta[image] ?? 0) + (answer.absDelta[setting]?.[index] ?? 0);
    }
    detail.zeroGradients[image] = answer.zeroGradients[index] ?? 0;
    detail.changedPixels[image] = answer.changedPixels[index] ?? 0;
    detail.largestDelta[image] = answer.largestDelta[index] ?? 0;
    detail.queries[image] = answer.queries[index] ?? 0;
  }
}
