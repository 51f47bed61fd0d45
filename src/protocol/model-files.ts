import type { Preprocess } from './spec.ts';

/** Files of a model as read by whoever opened the lane; the lane itself neither fetches nor reads paths. */
export interface ModelFiles {
  readonly id: string;
  /** Text of model.json in the TensorFlow.js layers format. */
  readonly topology: string;
  /** The weight shards, joined in the order of the manifest. */
  readonly weights: ArrayBuffer;
  readonly preprocess: Preprocess;
  /** How many classes the labels name, where they are known; another number of outputs is a `model-shape` error. */
  readonly classes?: number;
}

export interface LoadedModel {
  readonly id: string;
  /** [height, width, 3] */
  readonly inputSize: readonly [number, number, number];
  readonly classes: number;
  readonly parameters: number;
  /** Multiply-adds of one image. */
  readonly multiplyAdds: number;
}
