import type { NamedWeight } from './keras-layer.ts';
import { float16Bits } from './float16.ts';

export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
  readonly quantization?: { readonly dtype: 'float16'; readonly original_dtype: 'float32' };
}

/**
 * Joins weights into one little-endian shard with its manifest.
 * @param float16 store what has two or more axes with half precision; vectors (biases, statistics)
 * are small and stay float32
 */
export function packWeights(
  weights: readonly NamedWeight[],
  float16: boolean,
): { specs: WeightSpec[]; bytes: ArrayBuffer } {
  const isHalf = (shape: readonly number[]): boolean => float16 && shape.length > 1;
  let size = 0;
  for (const { weight } of weights) size += weight.values.length * (isHalf(weight.shape) ? 2 : 4);
  const bytes = new ArrayBuffer(size);
  const view = new DataView(bytes);
  let offset = 0;
  const specs = weights.map(({ name, weight }): WeightSpec => {
    const spec = { name, shape: weight.shape, dtype: 'float32' } as const;
    if (isHalf(weight.shape)) {
      for (const value of weight.values) {
        view.setUint16(offset, float16Bits(value), true);
        offset += 2;
      }
      return { ...spec, quantization: { dtype: 'float16', original_dtype: 'float32' } };
    }
    for (const value of weight.values) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
    return spec;
  });
  return { specs, bytes };
}
