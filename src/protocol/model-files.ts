import type { Preprocess } from './spec.ts';

/** TensorFlow.js: the text of model.json, of layers or of a graph, and its shards joined in the order of the manifest. */
export interface TfjsData {
  readonly format: 'tfjs';
  readonly topology: string;
  readonly weights: ArrayBuffer;
}

/** A model as its files hold it, in one of the formats that are read. */
export type ModelData =
  | TfjsData
  /** The bytes of an .onnx file. */
  | { readonly format: 'onnx'; readonly weights: ArrayBuffer }
  /** The bytes of a .safetensors file and the network whose weights it holds, or `auto` to know it by its tensors. */
  | {
      readonly format: 'safetensors';
      readonly architecture: string;
      readonly weights: ArrayBuffer;
    };

/** How a model's answers are read: found out from the model (`auto`), or as a person says. */
export type ModelOutput = 'auto' | 'logits' | 'probabilities';

/** Files of a model as read by whoever opened the lane; the lane itself neither fetches nor reads paths. */
export interface ModelFiles {
  readonly id: string;
  readonly data: ModelData;
  readonly preprocess: Preprocess;
  /** Default: `auto`. */
  readonly output?: ModelOutput;
  /** How many classes the labels name, where they are known; another number of outputs is a `model-shape` error. */
  readonly classes?: number;
}

/** A model in the TensorFlow.js format, as the lab writes one. */
export interface TfjsModelFiles extends ModelFiles {
  readonly data: TfjsData;
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
