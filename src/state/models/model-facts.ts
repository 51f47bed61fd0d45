/** What is known of a model before it is opened; the card of a bundled model says it and more. */
export interface ModelFacts {
  readonly id: string;
  /** [height, width, 3] */
  readonly inputSize: readonly [number, number, number];
  readonly parameters: number;
  /** Of one image. */
  readonly multiplyAdds: number;
  readonly weightBytes: number;
  /** How many classes it tells apart; left out where it is not known. */
  readonly classCount?: number;
  /** Their names in the order of its outputs; empty or left out where they have none. */
  readonly classNames?: readonly string[];
  /** WordNet ids of its classes, where its label file has them. */
  readonly wordnetIds?: readonly (string | null)[];
  /** Unchanged test images, and how many of them it classifies correctly; zeros before any was classified. */
  readonly test: { readonly images: number; readonly correct: number };
}
