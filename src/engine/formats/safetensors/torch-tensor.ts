/** Where PyTorch keeps a weight of ours, and how it orders the values. */
export interface TorchTensor {
  readonly key: string;
  /** Other names of the same tensor, as older versions or timm write it. */
  readonly aliases: readonly string[];
  readonly layout: TorchLayout;
}

/**
 * - `vector` as it is
 * - `convolution` [out, in, height, width], for ours [height, width, in, out]
 * - `linear` [out, in], for ours [in, out]
 * - `afterFlatten` a linear layer that reads a map flattened with its channels first; ours has them
 *   last. timm writes it as a convolution [out, channels, height, width] of the same order.
 */
export type TorchLayout =
  | { readonly kind: 'vector' | 'convolution' | 'linear' }
  | { readonly kind: 'afterFlatten'; readonly map: readonly [number, number, number] };

/** The shapes that a file may give a tensor whose shape is `own` in our order. */
export function torchShapes(layout: TorchLayout, own: readonly number[]): readonly number[][] {
  const [a = 0, b = 0, c = 0, d = 0] = own;
  switch (layout.kind) {
    case 'vector':
      return [[a]];
    case 'convolution':
      return [[d, c, a, b]];
    case 'linear':
      return [
        [b, a],
        [b, a, 1, 1],
      ];
    case 'afterFlatten': {
      const [height, width, channels] = layout.map;
      return [
        [b, a],
        [b, channels, height, width],
      ];
    }
  }
}

/** Values in our order, from those of PyTorch. */
export function ownOrder(
  layout: TorchLayout,
  own: readonly number[],
  values: Float32Array,
): Float32Array {
  const [a = 0, b = 0, c = 0, d = 0] = own;
  switch (layout.kind) {
    case 'vector':
      // A copy, because the values may be part of the whole file's.
      return values.slice();
    case 'convolution':
      return interleaved(values, { outputs: d, channels: c, cells: a * b });
    case 'linear':
      return interleaved(values, { outputs: b, channels: a, cells: 1 });
    case 'afterFlatten': {
      const [height, width, channels] = layout.map;
      return interleaved(values, { outputs: b, channels, cells: height * width });
    }
  }
}

/** Floats in a cache line: as many outputs are written one after another. */
const TILE = 16;

/** From [outputs, channels, cells] to [cells, channels, outputs], in tiles that the processor can keep. */
function interleaved(
  values: Float32Array,
  { outputs, channels, cells }: { outputs: number; channels: number; cells: number },
): Float32Array {
  const result = new Float32Array(values.length);
  const stride = channels * cells;
  for (let first = 0; first < outputs; first += TILE) {
    const end = Math.min(first + TILE, outputs);
    for (let channel = 0; channel < channels; channel += 1) {
      for (let cell = 0; cell < cells; cell += 1) {
        const source = channel * cells + cell;
        const target = (cell * channels + channel) * outputs;
        for (let output = first; output < end; output += 1) {
          result[target + output] = values[output * stride + source] ?? 0;
        }
      }
    }
  }
  return result;
}
