import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import { graphGradients } from '../graph/graph-gradients.ts';
import { attackLoss } from './attack-loss.ts';
import type { AttackTarget } from './attack-target.ts';
import { uploadLevels, type Levels } from './upload-levels.ts';

/** Which way each byte of an image has to go for the loss to grow. */
export interface LossSigns {
  /** −1, 0 or 1 for each of the height · width · 3 levels. */
  readonly signs: Int8Array;
  /** Derivatives that were exactly 0. */
  readonly zeros: number;
}

const INPUT_ONLY = { input: true, weights: new Set<string>() } as const;

function nonFinite(what: string): LabError {
  return new LabError('non-finite', `The ${what} of an attack is not a number.`);
}

/** The gradient of one execution, read back: as many values as the input has. */
async function inputGradient(
  target: AttackTarget,
  images: readonly Levels[],
  labels: readonly number[],
): Promise<Float32Array> {
  const { graph, weights } = target.classifier;
  const { loss, gradient } = tf.tidy(() => {
    const x = uploadLevels(target, images);
    // Whatever class the padding is given: images do not meet in a sum.
    const targets = Array.from({ length: x.shape[0] }, (_, index) => labels[index] ?? 0);
    const found = graphGradients(
      graph,
      weights,
      x,
      (logits) => attackLoss(logits, targets),
      INPUT_ONLY,
    );
    return { loss: found.loss, gradient: found.input ?? tf.zerosLike(x) };
  });
  try {
    const [total = Number.NaN] = await target.read(loss);
    if (!Number.isFinite(total)) throw nonFinite('loss');
    return await target.read(gradient);
  } finally {
    tf.dispose([loss, gradient]);
  }
}

/** Signs are taken here: on WASM `tf.sign` calls everything below 1.2e-7 zero. */
function signsOf(
  gradient: Float32Array,
  { sources, direction }: AttackTarget['pixels'],
): LossSigns {
  const signs = new Int8Array(gradient.length);
  let zeros = 0;
  let sum = 0;
  for (let at = 0; at < gradient.length; at += 1) {
    const slope = gradient[at] ?? Number.NaN;
    // Zero for finite values, else not a number; comparisons would take a NaN for a zero slope.
    sum += slope * 0;
    if (slope === 0) zeros += 1;
    const channel = at % 3;
    const source = sources[channel] ?? channel;
    signs[at - channel + source] = Math.sign(slope) * direction;
  }
  if (sum !== 0) throw nonFinite('gradient');
  return { signs, zeros };
}

/**
 * Signs of ∂L/∂level, L being the cross-entropy of the logits, summed over the batch: a mean would
 * shrink gradients towards the smallest floats as the batch grows.
 * @param labels class index of each image
 * @throws LabError `non-finite` where the loss or a derivative is not a finite number
 */
export async function lossSigns(
  target: AttackTarget,
  images: readonly Levels[],
  labels: readonly number[],
): Promise<LossSigns[]> {
  const all: LossSigns[] = [];
  for (let start = 0; start < images.length; start += target.batch) {
    const part = images.slice(start, start + target.batch);
    const gradient = await inputGradient(target, part, labels.slice(start, start + target.batch));
    const stride = part[0]?.length ?? 0;
    for (const index of part.keys()) {
      const own = gradient.subarray(index * stride, (index + 1) * stride);
      all.push(signsOf(own, target.pixels));
    }
  }
  return all;
}
