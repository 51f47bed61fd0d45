/** One number of a result that a link repeats. */
export interface LinkedNumber {
  /** Id of the model. */
  readonly model: string;
  /** Of what: "64 changed pixels, random values, anywhere in the image". */
  readonly setting: string;
  /** What is counted: "wrong". */
  readonly quantity: string;
  readonly value: number;
}

/** What a result rests on, and its numbers in an order that depends on its spec alone. */
export interface ResultNumbers {
  readonly kind: 'sweep' | 'attack' | 'repair';
  readonly backend: string;
  /** Of the lab. */
  readonly version: string;
  /** SHA-256 of the image set and of the models, in the order of the spec. */
  readonly images: string;
  readonly models: readonly { readonly id: string; readonly hash: string }[];
  readonly numbers: readonly LinkedNumber[];
}
