import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { AttackTarget, LabelledImage } from '../attacks/attack-target.ts';
import { uploadLevels } from '../attacks/upload-levels.ts';
import { graphGradients } from '../graph/graph-gradients.ts';
import { boundaryDistance, columnDistances, competitors } from './boundary-distance.ts';
import { linearHeadKernel } from './head.ts';

export interface Distances {
  /** Null where the last layer is not linear. */
  readonly feature: Float32Array | null;
  readonly input: Float32Array | null;
}

const INPUT_ONLY = { input: true, weights: new Set<string>() } as const;

/** Lengths of the gradients of f_y − f_j in units of the 0…1 range, one an image. */
async function slopesOf(
  target: AttackTarget,
  images: readonly Uint8Array[],
  directions: Float32Array,
): Promise<Float32Array> {
  const { classifier, pixels } = target;
  // Inputs are affine in levels: the whole range of a channel is what 255 levels bring.
  const spans = ([0, 1, 2] as const).map(
    (channel) => pixels.inputOf(255, channel) - pixels.inputOf(0, channel),
  );
  const lengths = tf.tidy(() => {
    const x = uploadLevels(target, images);
    const [rows] = x.shape;
    const gradient = new Float32Array(rows * classifier.classes);
    gradient.set(directions);
    const { input } = graphGradients(
      classifier.graph,
      classifier.weights,
      x,
      () => ({ loss: tf.scalar(0), gradient: tf.tensor2d(gradient, [rows, classifier.classes]) }),
      INPUT_ONLY,
    );
    const slope = tf.mul(input ?? tf.zerosLike(x), tf.tensor1d(spans));
    return tf.sqrt(tf.sum(tf.square(slope), [1, 2, 3]));
  });
  try {
    return await target.read(lengths);
  } finally {
    lengths.dispose();
  }
}

async function logitsOf(
  target: AttackTarget,
  images: readonly Uint8Array[],
): Promise<Float32Array[]> {
  const { classes } = target.classifier;
  const logits = tf.tidy(() => target.classifier.logits(uploadLevels(target, images)));
  try {
    const values = await target.read(logits);
    return images.map((_, image) => {
      const own = values.slice(image * classes, (image + 1) * classes);
      if (own.every(Number.isFinite)) return own;
      throw new LabError('non-finite', 'The network answered with values that are no numbers.');
    });
  } finally {
    logits.dispose();
  }
}

/** f_y − f_j for some classes j. */
function leadsOf(logits: Float32Array, label: number, rivals: readonly number[]): number[] {
  return rivals.map((rival) => (logits[label] ?? 0) - (logits[rival] ?? 0));
}

async function inputDistances(
  target: AttackTarget,
  images: readonly LabelledImage[],
  logits: readonly Float32Array[],
): Promise<number[]> {
  const { classes } = target.classifier;
  const bytes = images.map((image) => image.bytes);
  const rivals = images.map(({ label }, at) =>
    competitors(logits[at] ?? new Float32Array(), label),
  );
  const slopes: number[][] = images.map(() => []);
  for (let place = 0; place < (rivals[0]?.length ?? 0); place += 1) {
    const directions = new Float32Array(images.length * classes);
    for (const [at, { label }] of images.entries()) {
      directions[at * classes + label] = 1;
      directions[at * classes + (rivals[at]?.[place] ?? 0)] = -1;
    }
    const lengths = await slopesOf(target, bytes, directions);
    for (const [at, own] of slopes.entries()) own.push(lengths[at] ?? 0);
  }
  return images.map(({ label }, at) =>
    boundaryDistance(
      leadsOf(logits[at] ?? new Float32Array(), label, rivals[at] ?? []),
      slopes[at] ?? [],
    ),
  );
}

/** ‖w_i − w_j‖₂ of the last layer; null where it is not linear. */
async function headDistances(
  target: AttackTarget,
): Promise<((i: number, j: number) => number) | null> {
  const { graph, weights, classes } = target.classifier;
  const tensor = weights.get(linearHeadKernel(graph) ?? '');
  return tensor ? columnDistances(await target.read(tensor), classes) : null;
}

/**
 * Signed distances of images to the decision boundary of a classifier.
 * @param images with labels that are classes of it
 * @param input also by gradients in input space, in units of the 0…1 range
 * @throws LabError `non-finite` where a logit is not a number
 */
export async function measureDistances(
  target: AttackTarget,
  images: readonly LabelledImage[],
  input: boolean,
): Promise<Distances> {
  const between = await headDistances(target);
  const { classes } = target.classifier;
  const found = {
    feature: between && new Float32Array(images.length),
    input: input ? new Float32Array(images.length) : null,
  };
  for (let start = 0; start < images.length; start += target.batch) {
    const part = images.slice(start, start + target.batch);
    const logits = await logitsOf(
      target,
      part.map(({ bytes }) => bytes),
    );
    if (between && found.feature) {
      for (const [at, { label }] of part.entries()) {
        const own = logits[at] ?? new Float32Array();
        const rivals = competitors(own, label, classes);
        const slopes = rivals.map((rival) => between(label, rival));
        found.feature[start + at] = boundaryDistance(leadsOf(own, label, rivals), slopes);
      }
    }
    found.input?.set(await inputDistances(target, part, logits), start);
  }
  return found;
}
