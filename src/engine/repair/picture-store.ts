import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { RunningBackend } from '../backends/running-backend.ts';
import type { Classifier } from '../graph/classifier.ts';
import { convertBytes, type ByteTables } from '../lane/byte-tables.ts';
import { executionBatch } from '../lane/execution-batch.ts';

/** Largest share of memory that pictures of a training may take, in bytes. */
const MOST_BYTES = 2 ** 30;

/** Pictures as they enter the part of a network that learns, made once and read every epoch. */
export interface PictureStore {
  /** Images that are best put in at once. */
  readonly chunk: number;
  /** Puts in the bytes of pictures `start`, `start` + 1, … */
  put(start: number, pictures: readonly Uint8Array[]): Promise<void>;
  /** Their values one after the other. */
  read(pictures: Uint32Array): Float32Array;
  dispose(): void;
}

export interface StoreSetup {
  readonly backend: RunningBackend;
  readonly tables: ByteTables;
  /** [height, width, 3] of a picture. */
  readonly inputShape: readonly [number, number, number];
  readonly pictures: number;
}

/**
 * Keeps bytes and turns them into network inputs whenever they are read.
 * @throws LabError `spec-invalid` where they would take too much memory
 */
export function byteStore(setup: StoreSetup): PictureStore {
  const size = setup.inputShape.reduce((product, side) => product * side, 1);
  if (size * setup.pictures > MOST_BYTES) {
    throw new LabError(
      'spec-invalid',
      `repair.images: ${setup.pictures} pictures of this size take ${Math.ceil((size * setup.pictures) / 2 ** 20)} MB, more than ${MOST_BYTES / 2 ** 20}; use fewer images or copies`,
      'repair.images',
    );
  }
  const kept = new Uint8Array(size * setup.pictures);
  return {
    chunk: executionBatch(setup.backend, setup.inputShape).images,
    put: async (start, pictures) => {
      for (const [at, bytes] of pictures.entries()) kept.set(bytes, (start + at) * size);
    },
    read: (pictures) => {
      const values = new Float32Array(pictures.length * size);
      for (const [at, picture] of pictures.entries()) {
        const bytes = kept.subarray(picture * size, (picture + 1) * size);
        convertBytes(setup.tables, bytes, values, at * size);
      }
      return values;
    },
    dispose: () => undefined,
  };
}

/** Whether features of this width fit into memory for all pictures. */
export function featuresFit(width: number, pictures: number): boolean {
  return width * pictures * 4 <= MOST_BYTES / 2;
}

/** Runs the frozen part of a network on each picture once and keeps the features. */
export function featureStore(setup: StoreSetup, trunk: Classifier): PictureStore {
  const { backend, inputShape } = setup;
  const { images: chunk, padded } = executionBatch(backend, inputShape);
  const size = inputShape.reduce((product, side) => product * side, 1);
  const width = trunk.classes;
  const kept = new Float32Array(width * setup.pictures);
  return {
    chunk,
    put: async (start, pictures) => {
      const rows = padded ? chunk : pictures.length;
      const values = new Float32Array(rows * size);
      for (const [at, bytes] of pictures.entries())
        convertBytes(setup.tables, bytes, values, at * size);
      const features = tf.tidy(() => trunk.logits(tf.tensor4d(values, [rows, ...inputShape])));
      try {
        const found = await backend.latch.race<Float32Array>(features.data<'float32'>());
        backend.latch.check();
        kept.set(found.subarray(0, pictures.length * width), start * width);
      } finally {
        features.dispose();
      }
    },
    read: (pictures) => {
      const values = new Float32Array(pictures.length * width);
      for (const [at, picture] of pictures.entries()) {
        values.set(kept.subarray(picture * width, (picture + 1) * width), at * width);
      }
      return values;
    },
    dispose: () => trunk.dispose(),
  };
}
