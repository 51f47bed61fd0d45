import {
  NOT_CLASSIFIED,
  type AttackAnswer,
  type AttackRequest,
  type AttackUnit,
} from '../../protocol/attack.ts';
import { LabError } from '../../protocol/lab-error.ts';
import type { AttackTarget, LabelledImage } from '../attacks/attack-target.ts';
import { craft } from '../attacks/craft.ts';
import { imageDifference } from '../attacks/difference.ts';
import { uploadLevels } from '../attacks/upload-levels.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { attackTarget } from './attack-target.ts';
import { changePixelsOf, withPixels } from './changed-pixels.ts';
import type { StoredImage } from './image-store.ts';
import type { ModelOfLane } from './load-model.ts';
import { topClasses } from './top-classes.ts';

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

async function classify(target: AttackTarget, images: readonly Uint8Array[]): Promise<Uint16Array> {
  const predicted = new Uint16Array(images.length);
  for (let start = 0; start < images.length; start += target.batch) {
    const input = uploadLevels(target, images.slice(start, start + target.batch));
    const logits = target.classifier.logits(input);
    input.dispose();
    try {
      const values = await target.read(logits);
      const part = predicted.subarray(start, start + target.batch);
      topClasses(values, target.classifier.classes, part, null);
    } finally {
      logits.dispose();
    }
  }
  return predicted;
}

/** Places in a list of those that meet a condition. */
function placesWhere(length: number, meets: (place: number) => boolean): number[] {
  return Array.from({ length }, (_, place) => place).filter(meets);
}

/** Values at some places of a list, `filler` elsewhere. */
function spread<T extends Uint8Array | Uint16Array | Uint32Array>(
  into: T,
  places: readonly number[],
  values: ArrayLike<number>,
): T {
  for (const [index, place] of places.entries()) into[place] = values[index] ?? 0;
  return into;
}

/**
 * Computes a unit: attacks the images that the model gets right, and changes pixels of those that
 * it gets wrong then.
 * @param images of the unit, as the model sees them
 * @param judges the models of `unit.transferTo`
 * @throws LabError `non-finite`, or `spec-invalid` where a change does not fit the images
 */
export async function answerAttack(
  unit: AttackUnit,
  images: readonly StoredImage[],
  model: ModelOfLane,
  backend: RunningBackend,
  judges: readonly ModelOfLane[] = [],
): Promise<AttackAnswer> {
  const begun = performance.now();
  const { labels, attack, changes } = unit;
  const { length } = images;
  const target = attackTarget(model, backend);
  const take = <T>(list: readonly T[], places: readonly number[]): T[] =>
    places.flatMap((place) => list[place] ?? []);

  const clean = await classify(
    target,
    images.map(({ bytes }) => bytes),
  );
  const right = placesWhere(length, (place) => clean[place] === labels[place]);
  const rightImages = take(images, right);
  const rightLabels = right.map((place) => labels[place] ?? 0);
  const attacked = await attackImages(model, backend, rightImages, rightLabels, attack);
  const after = attacked.images.map(({ bytes }) => bytes);
  const differences = after.map((bytes, index) =>
    imageDifference(rightImages[index]?.bytes ?? bytes, bytes),
  );
  const predicted = await classify(target, after);
  const fooled = placesWhere(right.length, (index) => predicted[index] !== rightLabels[index]);
  const examples = take(attacked.images, fooled);
  const places = take(right, fooled);

  const changed: Uint16Array[] = [];
  const absDelta: Uint32Array[] = [];
  for (const change of changes) {
    const drawn = changePixelsOf(examples, change, model.transform.geometry);
    const classes = await classify(
      target,
      drawn.map((pixels, index) => withPixels(examples[index]?.bytes ?? new Uint8Array(), pixels)),
    );
    changed.push(spread(new Uint16Array(length).fill(NOT_CLASSIFIED), places, classes));
    const deltas = drawn.map((pixels) => pixels.absDelta);
    absDelta.push(spread(new Uint32Array(length), places, deltas));
  }
  const shown = images.map(({ bytes }) => bytes);
  for (const [index, place] of right.entries()) shown[place] = after[index] ?? new Uint8Array();
  const transferred: Uint16Array[] = [];
  for (const judge of judges) transferred.push(await classify(attackTarget(judge, backend), shown));
  const pixels = differences.map((difference) => difference.pixels);
  const largest = differences.map((difference) => difference.largest);
  return {
    clean,
    adversarial: spread(clean.slice(), right, predicted),
    changed,
    absDelta,
    transferred,
    zeroGradients: spread(new Uint32Array(length), right, attacked.zeroGradients),
    changedPixels: spread(new Uint32Array(length), right, pixels),
    largestDelta: spread(new Uint8Array(length), right, largest),
    queries: spread(new Uint32Array(length), right, attacked.queries),
    seconds: (performance.now() - begun) / 1000,
  };
}
