import * as tf from '@tensorflow/tfjs-core';
import { convertPixel, type ByteTables } from './byte-tables.ts';
import type { ChangedPixels } from './changed-pixels.ts';

/**
 * Copies a batch [images, height, width, 3] and writes the changed pixels of each image into the
 * copy, which then holds exactly what uploading the changed images would have given.
 */
export type PatchPixels = (
  unchanged: tf.Tensor4D,
  changed: readonly ChangedPixels[],
  tables: ByteTables,
) => tf.Tensor4D;

/** By the scatter kernel, which writes each changed pixel once. */
export const scatterPixels: PatchPixels = (unchanged, changed, tables) => {
  const [, height, width] = unchanged.shape;
  const total = changed.reduce((sum, { positions }) => sum + positions.length, 0);
  if (total === 0) return unchanged.clone();
  const rows = new Int32Array(total);
  const values = new Float32Array(total * 3);
  let at = 0;
  for (const [image, { bytes, positions }] of changed.entries()) {
    for (let pixel = 0; pixel < positions.length; pixel += 1) {
      rows[at] = image * height * width + (positions[pixel] ?? 0);
      convertPixel(tables, bytes, pixel, values, at * 3);
      at += 1;
    }
  }
  return tf.tidy(() => {
    const written = tf.tensorScatterUpdate(
      tf.reshape(unchanged, [-1, 3]),
      tf.tensor2d(rows, [total, 1], 'int32'),
      tf.tensor2d(values, [total, 3]),
    );
    return tf.reshape(written, unchanged.shape);
  });
};
