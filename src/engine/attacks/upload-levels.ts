import * as tf from '@tensorflow/tfjs-core';
import type { AttackTarget, PixelInput } from './attack-target.ts';

/** Levels of an image: bytes, or values between them; height · width · 3, R, G, B interleaved. */
export type Levels = Uint8Array | Float64Array;

function convertBytes(
  { sources, tables }: PixelInput,
  bytes: Uint8Array,
  values: Float32Array,
  start: number,
): void {
  const [source0, source1, source2] = sources;
  const [table0, table1, table2] = tables;
  for (let at = 0; at < bytes.length; at += 3) {
    values[start + at] = table0[bytes[at + source0] ?? 0] ?? 0;
    values[start + at + 1] = table1[bytes[at + source1] ?? 0] ?? 0;
    values[start + at + 2] = table2[bytes[at + source2] ?? 0] ?? 0;
  }
}

function convertLevels(
  { sources, inputOf }: PixelInput,
  levels: Float64Array,
  values: Float32Array,
  start: number,
): void {
  const [source0, source1, source2] = sources;
  for (let at = 0; at < levels.length; at += 3) {
    values[start + at] = inputOf(levels[at + source0] ?? 0, 0);
    values[start + at + 1] = inputOf(levels[at + source1] ?? 0, 1);
    values[start + at + 2] = inputOf(levels[at + source2] ?? 0, 2);
  }
}

/**
 * The network's input for one execution.
 * @param images at most `target.batch`
 * @returns [batch, height, width, 3], the caller's to dispose; zeros fill up a padded batch
 */
export function uploadLevels(target: AttackTarget, images: readonly Levels[]): tf.Tensor4D {
  const { classifier, pixels, batch, padded } = target;
  const [height, width] = classifier.inputShape;
  const size = padded ? batch : images.length;
  const stride = height * width * 3;
  const values = new Float32Array(size * stride);
  for (const [index, levels] of images.entries()) {
    if (levels instanceof Uint8Array) convertBytes(pixels, levels, values, index * stride);
    else convertLevels(pixels, levels, values, index * stride);
  }
  return tf.tensor4d(values, [size, height, width, 3]);
}
