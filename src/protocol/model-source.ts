import type { ModelInspection } from './model-inspection.ts';
import type { Preprocess } from './spec.ts';

/** The largest model that is opened on the page, in bytes. */
export const MOST_MODEL_BYTES = 1e9;

/** Where a person's model is read from. */
export type ModelSource =
  /** A model's files, or one zip that holds them; `name` is its path from what was dropped. */
  | { readonly kind: 'files'; readonly files: readonly NamedBlob[] }
  | { readonly kind: 'url'; readonly url: string };

export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** How far opening a model has come. */
export interface ReadingProgress {
  readonly step: 'download' | 'read' | 'inspect';
  /** File that is fetched or read. */
  readonly file: string;
  /** Bytes of all files so far. */
  readonly bytes: number;
  /** Null where it is not known. */
  readonly of: number | null;
}

/** A model that has been read and found in order. */
export interface ReadModel {
  /** The file or the address of the model itself. */
  readonly path: string;
  /** Text of model.json; null for formats of one file. */
  readonly topology: string | null;
  /** The network whose weights a .safetensors file holds; null for other formats. */
  readonly architecture: string | null;
  readonly weights: Blob;
  readonly inspection: ModelInspection;
  /** Class names that lay beside the model. */
  readonly labels: {
    readonly path: string;
    readonly names: readonly string[];
    /** Of each class; null where the file has none. */
    readonly wordnetIds: readonly (string | null)[];
  } | null;
  /** What lay beside the model. */
  readonly preprocess: Preprocess | null;
  /** [height, width] that it was read with, where it leaves the size of its pictures open. */
  readonly openSize: readonly [number, number] | null;
}

/** A picture as a network is given it, and what it answers. */
export interface SeenPicture {
  readonly height: number;
  readonly width: number;
  /** height · width · 3 bytes, R, G, B interleaved. */
  readonly bytes: Uint8Array;
  /** Least and largest number that the network is given. */
  readonly range: readonly [number, number];
  /** Softmax of the logits, one a class. */
  readonly probabilities: Float32Array;
}
