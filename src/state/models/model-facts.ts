/** What is known of a model before it is opened; the card of a bundled model says it and more. */
export interface ModelFacts {
  readonly id: string;
  /** [height, width, 3] */
  readonly inputSize: readonly [number, number, number];
  readonly parameters: number;
  /** Of one image. */
  readonly multiplyAdds: number;
  readonly weightBytes: number;
  /** Unchanged test images, and how many of them it classifies correctly. */
  readonly test: { readonly images: number; readonly correct: number };
}
