import type { ClassLabels } from '../../images/files/class-labels.ts';
import type { ModelOutput } from '../../protocol/model-files.ts';
import type { ModelInspection } from '../../protocol/model-inspection.ts';
import type { Preprocess } from '../../protocol/spec.ts';

/** Where the names of a model's classes come from; they are empty where classes are indices. */
export interface ModelLabels extends ClassLabels {
  readonly source: 'indices' | 'imagenet' | 'roadside' | 'file';
  /** The file, where it is one. */
  readonly path: string | null;
}

/** A model that a person has opened, without its weights. */
export interface OwnModelFacts {
  /** Name in a spec. */
  readonly id: string;
  /** For a person; can be changed. */
  readonly name: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly added: number;
  /** Chooses its colour and marker for as long as it is kept. */
  readonly slot: number;
  /** The file or the address that it was opened from; a spec names it by this. */
  readonly path: string;
  /** The network whose weights a .safetensors file holds; null for other formats. */
  readonly architecture: string | null;
  readonly inspection: ModelInspection;
  readonly preprocess: Preprocess;
  readonly output: ModelOutput;
  readonly labels: ModelLabels;
  /** Unchanged images of the last experiment that it took part in; zeros before the first. */
  readonly test: { readonly images: number; readonly correct: number };
}

/** A model that a person has opened, as it is kept between visits. */
export interface OwnModel extends OwnModelFacts {
  /** Text of model.json; null for formats of one file. */
  readonly topology: string | null;
  /** Stays on the disk until it is read. */
  readonly weights: Blob;
}
