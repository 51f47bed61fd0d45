import { changePixels } from '../../../src/core/pixel-change.ts';
import { imageKeyOfIndex } from '../../../src/core/random-keys.ts';
import { centredRegion } from '../../../src/core/region.ts';
import {
  NOT_CLASSIFIED,
  type AttackAnswer,
  type AttackUnit,
} from '../../../src/protocol/attack.ts';
import { corePixelValue } from '../../../src/run/pixel-values.ts';
import { arithmeticImage, CLASSES } from './classifier.ts';
import type { Loaded } from './lane.ts';

/** Moves every byte by epsilon towards the next class; exact, as the scores are linear. */
function stepAway(bytes: Uint8Array, slope: Int32Array, epsilon: number): Uint8Array {
  return bytes.map((byte, at) =>
    Math.min(255, Math.max(0, byte + epsilon * Math.sign(slope[at] ?? 0))),
  );
}

/** @param indices of the unit's images */
export function attackArithmetically(
  { attack, labels, changes }: AttackUnit,
  indices: readonly number[],
  { classifier, size: [height, width] }: Loaded,
): AttackAnswer {
  const started = performance.now();
  const { length } = indices;
  const epsilon = attack.kind === 'one-pixel' ? 0 : attack.epsilon;
  const answer = {
    clean: new Uint16Array(length),
    adversarial: new Uint16Array(length),
    changed: changes.map(() => new Uint16Array(length).fill(NOT_CLASSIFIED)),
    absDelta: changes.map(() => new Uint32Array(length)),
    transferred: [],
    zeroGradients: new Uint32Array(length),
    changedPixels: new Uint32Array(length),
    largestDelta: new Uint8Array(length),
    queries: new Uint32Array(length),
  };
  for (const [at, index] of indices.entries()) {
    const label = labels[at] ?? 0;
    const bytes = arithmeticImage(index, height, width);
    const clean = classifier.classify(bytes);
    answer.clean[at] = clean;
    answer.adversarial[at] = clean;
    if (clean !== label) continue;
    const slope = classifier.slope((label + 1) % CLASSES, label);
    const adversarial = stepAway(bytes, slope, epsilon);
    const fooled = classifier.classify(adversarial);
    answer.adversarial[at] = fooled;
    answer.zeroGradients[at] = slope.filter((each) => each === 0).length;
    answer.changedPixels[at] = epsilon === 0 ? 0 : height * width;
    answer.largestDelta[at] = epsilon;
    if (fooled === label) continue;
    for (const [place, change] of changes.entries()) {
      const changed = adversarial.slice();
      const delta = changePixels(adversarial, changed, {
        ...change,
        imageKey: imageKeyOfIndex(index),
        value: corePixelValue(change.value),
        height,
        width,
        region: centredRegion(height, width, change.region),
      });
      const classes = answer.changed[place];
      const deltas = answer.absDelta[place];
      if (classes) classes[at] = classifier.classify(changed);
      if (deltas) deltas[at] = delta;
    }
  }
  return { ...answer, seconds: (performance.now() - started) / 1000 };
}
