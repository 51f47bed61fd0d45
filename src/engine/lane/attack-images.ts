import type { AttackRequest } from '../../protocol/attack.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { LabelledImage } from '../attacks/attack-target.ts';
import { craft } from '../attacks/craft.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { attackTarget } from './attack-target.ts';
import type { StoredImage } from './image-store.ts';
import type { ModelOfLane } from './load-model.ts';

/** Images after an attack, with what it took. */
export interface AttackedImages {
  /** The keys are those of the images: random pixel changes meet the same pixels as there. */
  readonly images: readonly StoredImage[];
  readonly zeroGradients: Uint32Array;
  readonly queries: Uint32Array;
}

/**
 * Images with their labels.
 * @throws LabError `internal` where a label is not a class
 */
export function labelledImages(
  images: readonly StoredImage[],
  labels: ArrayLike<number>,
  classes: number,
): LabelledImage[] {
  return images.map(({ key, bytes }, index) => {
    const label = labels[index] ?? Number.NaN;
    if (label < classes) return { key, bytes, label };
    throw new LabError('internal', `an image has class ${label}, which the model does not know`);
  });
}

/**
 * Attacks images of a lane's model, whether or not it gets them right.
 * @param labels class index of each image
 * @throws LabError `non-finite` where a loss, a gradient or an answer is not a number
 */
export async function attackImages(
  model: ModelOfLane,
  backend: RunningBackend,
  images: readonly StoredImage[],
  labels: ArrayLike<number>,
  attack: AttackRequest,
): Promise<AttackedImages> {
  const labelled = labelledImages(images, labels, model.facts.classes);
  const crafted = await craft(attackTarget(model, backend), labelled, attack);
  return {
    images: images.map(({ key, bytes }, index) => ({ key, bytes: crafted.images[index] ?? bytes })),
    zeroGradients: crafted.zeroGradients,
    queries: crafted.queries,
  };
}
