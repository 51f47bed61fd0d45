import type { SpecPixelValue } from '../../protocol/spec.ts';
import type { SweepRecord } from '../sweep-types.ts';

/** One model of one run, to be put beside others. */
export interface ComparedModel {
  /** For a person: "ResNet in count sweep". */
  readonly name: string;
  /** What the run computed with, as its manifest says: "wasm". */
  readonly backend: string;
  readonly record: SweepRecord;
  /** Position in `record.plan.models`. */
  readonly model: number;
}

/** Two models at one cell that both runs have, on the images that count for both. */
export interface CellDifference {
  readonly count: number;
  readonly value: SpecPixelValue;
  readonly region: number;
  /** Images eligible for both and classified by both. */
  readonly images: number;
  readonly draws: number;
  /** Wrong classifications of these, of `images` · `draws`. */
  readonly wrongBaseline: number;
  readonly wrongOther: number;
  /** Images with more wrong draws under the other model, and with fewer. */
  readonly worse: number;
  readonly better: number;
  /** Share of wrong classifications of the other model minus that of the baseline; null without images. */
  readonly difference: number | null;
  /** 95 %, pointwise. */
  readonly interval: readonly [number, number] | null;
  /** Two-sided: exact McNemar, or the sign-flip test by image with several draws. */
  readonly p: number | null;
  /** Holm over all cells of all models that are compared with the baseline. */
  readonly pHolm: number | null;
}

/** A model beside the baseline. */
export interface ModelDifference {
  readonly name: string;
  /** Why the two cannot be compared, the first reason first; empty where they can. */
  readonly reasons: readonly string[];
  /** Eligible images of either that the other does not have, and those of both. */
  readonly eligible: {
    readonly baseline: number;
    readonly other: number;
    readonly both: number;
  };
  /** Cells that one of the runs does not have. */
  readonly cellsLeftOut: number;
  readonly cells: readonly CellDifference[];
}

export interface Comparison {
  readonly baseline: string;
  readonly others: readonly ModelDifference[];
}
