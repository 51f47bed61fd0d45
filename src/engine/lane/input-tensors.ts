import * as tf from '@tensorflow/tfjs-core';
import type { RunningBackend } from '../backends/running-backend.ts';
import { ByteLru } from './byte-lru.ts';
import { convertBytes, convertPixel, type ByteTables } from './byte-tables.ts';
import type { ChangedPixels } from './changed-pixels.ts';
import type { InputBatch } from './input-batch.ts';
import type { InputGeometry } from './input-geometry.ts';
import type { PatchPixels } from './patch-pixels.ts';
import { pixelPatcher } from './pixel-patcher.ts';

/** What turns the bytes of a model's images into its input. */
export interface InputTransform {
  readonly geometry: InputGeometry;
  readonly tables: ByteTables;
}

const UNCHANGED_BUDGET = 128 * 2 ** 20;

function upload(
  { images, size }: InputBatch,
  changed: readonly ChangedPixels[],
  { geometry: { height, width }, tables }: InputTransform,
): tf.Tensor4D {
  const stride = height * width * 3;
  const values = new Float32Array(size * stride);
  for (const [index, { bytes }] of images.entries()) {
    convertBytes(tables, bytes, values, index * stride);
    const { positions = [], bytes: after = bytes } = changed[index] ?? {};
    for (const [pixel, position] of positions.entries()) {
      convertPixel(tables, after, pixel, values, index * stride + position * 3);
    }
  }
  return tf.tensor4d(values, [size, height, width, 3]);
}

/**
 * Makes network inputs of shape [batch, height, width, 3]. The unchanged images stay on the device
 * (or in the WASM heap) while they are in use, and only changed pixels follow.
 */
export class InputTensors {
  readonly #patch: PatchPixels | null;
  readonly #unchanged = new ByteLru<tf.Tensor4D>(UNCHANGED_BUDGET, (tensor) => tensor.dispose());

  private constructor(patch: PatchPixels | null) {
    this.#patch = patch;
  }

  static async create(backend: RunningBackend): Promise<InputTensors> {
    return new InputTensors(await pixelPatcher(backend));
  }

  /** The input of one execution; the caller disposes of it. */
  make(batch: InputBatch, transform: InputTransform): tf.Tensor4D {
    const { changed } = batch;
    if (this.#patch === null) return upload(batch, changed ?? [], transform);
    if (changed === null) return this.#keep(batch, transform).clone();
    const { height, width } = transform.geometry;
    const pixels = Math.max(0, ...changed.map(({ positions }) => positions.length));
    // A patch carries an address beside each pixel, and the device has to look them up.
    if (pixels * 4 > height * width) return upload(batch, changed, transform);
    return this.#patch(this.#keep(batch, transform), changed, transform.tables);
  }

  /** Forgets the unchanged images. */
  clear(): void {
    this.#unchanged.clear();
  }

  #keep(batch: InputBatch, transform: InputTransform): tf.Tensor4D {
    const { positions, size } = batch;
    const key = [transform.geometry.key, transform.tables.key, size, ...positions].join(' ');
    let tensor = this.#unchanged.get(key);
    if (tensor === undefined) {
      tensor = upload(batch, [], transform);
      this.#unchanged.set(key, tensor, tensor.size * 4);
    }
    return tensor;
  }
}
