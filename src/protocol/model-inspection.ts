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
  /** What a repair can train alone: the last linear layer; null where the model does not end in one. */
  readonly head: string | null;
  /** Why it cannot be repaired; null where it can. */
  readonly noHead: string | null;
  /** What its answers are, by its last layer or, where that does not say, by the answers to a few inputs. */
  readonly output: 'logits' | 'probabilities';
  readonly outputKnownBy: 'layer' | 'answers';
  /** SHA-256 of its files in hexadecimal digits. */
  readonly hash: string;
}
