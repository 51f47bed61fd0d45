import type { TfjsModelFiles } from '../../protocol/model-files.ts';
import type { ModelFacts } from './model-facts.ts';

/** A repaired model as it is kept between visits. */
export interface KeptModel {
  readonly facts: ModelFacts;
  /** For a person: "ResNet repaired at 4". */
  readonly name: string;
  /** The model that was repaired. */
  readonly from: string;
  /** Changed pixels of the samples that it was trained on. */
  readonly count: number;
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
  /** Chooses its colour and marker for as long as it is kept; the bundled models have the first. */
  readonly slot: number;
  readonly files: TfjsModelFiles;
  /** In the order of the outputs; empty where classes are indices. */
  readonly classNames: readonly string[];
  /** SHA-256 of topology and weights. */
  readonly hash: string;
}
