/** Accuracy of one model at one count, with what it rests on. */
export interface AccuracyPoint {
  readonly count: number;
  /** Fraction 0 … 1. */
  readonly accuracy: number;
  /** 95 % interval of the fraction. */
  readonly interval: readonly [number, number];
  /** Classifications in the denominator. */
  readonly trials: number;
  readonly wrong: number;
  readonly pi: number | null;
  readonly piInterval: readonly [number, number] | null;
}

/** One model's curve; `position` in the experiment's list chooses its colour and marker. */
export interface AccuracySeries {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** By count; a count without an entry has no result yet. */
  readonly points: ReadonlyMap<number, AccuracyPoint>;
}
