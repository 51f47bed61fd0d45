/** The start that ResNet and DenseNet share: a convolution with stride 2, then 3×3 max pooling with stride 2. */
export interface Stem {
  readonly filters: number;
  /** Side of the convolution's filters, odd; the padding keeps them centred. */
  readonly kernel: number;
  /** Where the pooling has its extra row and column: around the map as published, or at its end. */
  readonly pool: { readonly padding: number; readonly ceil?: boolean };
}
