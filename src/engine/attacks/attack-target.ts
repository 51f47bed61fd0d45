import type * as tf from '@tensorflow/tfjs-core';
import type { ImageKey } from '../../core/random-keys.ts';
import type { Classifier } from '../graph/classifier.ts';

/** How an image becomes the input of a network: one affine function for each channel. */
export interface PixelInput {
  /** Channel of the image (R, G, B) that feeds each channel of the network. */
  readonly sources: readonly [number, number, number];
  /** Inputs of the bytes, 256 for each channel of the network. */
  readonly tables: readonly [Float32Array, Float32Array, Float32Array];
  /** Input of any level in 0 … 255. @param channel of the network */
  readonly inputOf: (level: number, channel: 0 | 1 | 2) => number;
  /** Sign of the change of every input with its level. */
  readonly direction: -1 | 0 | 1;
}

/** What is attacked, on the backend that runs. */
export interface AttackTarget {
  readonly classifier: Classifier;
  readonly pixels: PixelInput;
  /** Images that the network is given at once. */
  readonly batch: number;
  /** Whether shorter batches are filled up to that size. */
  readonly padded: boolean;
  /** Waits for values; rejects where the backend has failed. */
  readonly read: (tensor: tf.Tensor) => Promise<Float32Array>;
}

/** An image to attack. */
export interface LabelledImage {
  /** height · width · 3 bytes; never written to. */
  readonly bytes: Uint8Array;
  /** Class index. */
  readonly label: number;
  /** Names it in the counter of its random words. */
  readonly key: ImageKey;
}

/** What an attack made of its images, in their order. Whether it succeeded is judged elsewhere. */
export interface Crafted {
  readonly images: readonly Uint8Array[];
  /** Values of the last gradient that were exactly 0. */
  readonly zeroGradients: Uint32Array;
  /** Images classified on the way; 0 for attacks by gradient. */
  readonly queries: Uint32Array;
}
