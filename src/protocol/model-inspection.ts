import type { LoadedModel } from './model-files.ts';

/** What a file turned out to hold. */
export type ModelFormat = 'tfjs-layers' | 'tfjs-graph' | 'onnx' | 'safetensors';

/** One layer, as the lab runs it. */
export interface LayerFacts {
  readonly name: string;
  /** What it computes: conv2d, dense, batchNorm and so on. */
  readonly kind: string;
  /** Of one image: [height, width, channels] or [features]. */
  readonly outputShape: readonly number[];
  /** Learned values. */
  readonly parameters: number;
  /** Of one image. */
  readonly multiplyAdds: number;
}

/** What is found out of a model before anything is measured with it. */
export interface ModelInspection extends Omit<LoadedModel, 'id'> {
  readonly format: ModelFormat;
  /** How its files order an image; channels first is rewritten once, when it is read. */
  readonly layout: 'NHWC' | 'NCHW';
  /** Bytes of weights in the files. */
  readonly weightBytes: number;
  /** In the order in which they are computed. */
  readonly layers: readonly LayerFacts[];
  /** Its last layer with weights, which a repair trains; null where its answer does not come from one. */
  readonly head: { readonly name: string; readonly isLinear: boolean } | null;
  readonly output: 'logits' | 'probabilities';
  /** `layer`: the model ends in a softmax. `answers`: by its answers to a few inputs. `assumed`: it was too large to ask. */
  readonly outputKnownBy: 'layer' | 'answers' | 'assumed';
  /** SHA-256 of its files in hexadecimal digits. */
  readonly hash: string;
}
