import { NOT_CLASSIFIED, type AttackAnswer, type AttackUnit } from '../../protocol/attack.ts';
import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import type { AttackTarget } from '../attacks/attack-target.ts';
import { imageDifference } from '../attacks/difference.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import { attackImages } from './attack-images.ts';
import { attackTarget } from './attack-target.ts';
import { changePixelsOf, withPixels } from './changed-pixels.ts';
import type { StoredImage } from './image-store.ts';
import type { InputGeometry } from './input-geometry.ts';
import type { ModelOfLane } from './load-model.ts';
import { targetLogits } from './target-logits.ts';
import { topClasses } from './top-classes.ts';

async function classify(target: AttackTarget, images: readonly Uint8Array[]): Promise<Uint16Array> {
  const predicted = new Uint16Array(images.length);
  topClasses(await targetLogits(target, images), target.classifier.classes, predicted, null);
  return predicted;
}

const bytesOf = (images: readonly StoredImage[]): Uint8Array[] => images.map(({ bytes }) => bytes);

/** Those of a list that meet a condition, with their places. */
function select<T>(list: readonly T[], meets: (place: number) => boolean) {
  const places = Array.from(list.keys()).filter(meets);
  return { places, items: places.flatMap((place) => list[place] ?? []) };
}

/** Puts values to some places of a list. */
function placeInto<T extends Uint16Array | Uint32Array>(
  into: T,
  places: readonly number[],
  values: ArrayLike<number>,
): T {
  for (const [index, at] of places.entries()) into[at] = values[index] ?? 0;
  return into;
}

/** Changes pixels of examples, and classifies what comes of it. */
async function changeExamples(
  target: AttackTarget,
  examples: readonly StoredImage[],
  change: PixelChangeRequest,
  geometry: InputGeometry,
): Promise<{ classes: Uint16Array; absDelta: number[] }> {
  const changes = changePixelsOf(examples, change, geometry);
  const changed = examples.map(({ bytes }, index) => {
    const pixels = changes[index];
    return pixels === undefined ? bytes : withPixels(bytes, pixels);
  });
  return {
    classes: await classify(target, changed),
    absDelta: changes.map((pixels) => pixels.absDelta),
  };
}

/**
 * Computes a unit: attacks the images that the model gets right, and changes pixels of those that
 * it gets wrong then.
 * @param images of the unit, as the model sees them
 * @param judges the models of `unit.transferTo`
 * @throws LabError `non-finite`, or `spec-invalid` where a change does not fit the images
 */
export async function answerAttack(
  { labels, attack, changes }: AttackUnit,
  images: readonly StoredImage[],
  model: ModelOfLane,
  backend: RunningBackend,
  judges: readonly ModelOfLane[] = [],
): Promise<AttackAnswer> {
  const begun = performance.now();
  const { length } = images;
  const target = attackTarget(model, backend);
  const clean = await classify(target, bytesOf(images));
  const right = select(images, (at) => clean[at] === labels[at]);
  const rightLabels = right.places.map((at) => labels[at] ?? 0);
  const attacked = await attackImages(model, backend, right.items, rightLabels, attack);
  const predicted = await classify(target, bytesOf(attacked.images));
  const fooled = select(attacked.images, (index) => predicted[index] !== rightLabels[index]);
  const fooledPlaces = fooled.places.map((index) => right.places[index] ?? 0);
  const changed: Uint16Array[] = [];
  const absDelta: Uint32Array[] = [];
  for (const change of changes) {
    const found = await changeExamples(target, fooled.items, change, model.transform.geometry);
    const classes = new Uint16Array(length).fill(NOT_CLASSIFIED);
    changed.push(placeInto(classes, fooledPlaces, found.classes));
    absDelta.push(placeInto(new Uint32Array(length), fooledPlaces, found.absDelta));
  }
  const shown = bytesOf(images);
  for (const [index, at] of right.places.entries()) {
    shown[at] = attacked.images[index]?.bytes ?? new Uint8Array();
  }
  const transferred: Uint16Array[] = [];
  for (const judge of judges) transferred.push(await classify(attackTarget(judge, backend), shown));
  const differences = attacked.images.map(({ bytes }, index) =>
    imageDifference(right.items[index]?.bytes ?? bytes, bytes),
  );
  const ofRight = (values: ArrayLike<number>): Uint32Array =>
    placeInto(new Uint32Array(length), right.places, values);
  return {
    clean,
    adversarial: placeInto(clean.slice(), right.places, predicted),
    changed,
    absDelta,
    transferred,
    zeroGradients: ofRight(attacked.zeroGradients),
    changedPixels: ofRight(differences.map(({ pixels }) => pixels)),
    largestDelta: Uint8Array.from(ofRight(differences.map(({ largest }) => largest))),
    queries: ofRight(attacked.queries),
    seconds: (performance.now() - begun) / 1000,
  };
}
