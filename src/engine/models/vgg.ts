import type { Architecture } from './architecture.ts';
import { classifierHead, type HeadOptions } from './classifier-head.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';

export interface VggOptions extends Omit<HeadOptions, 'dropBefore'> {
  /** Side of the square input in pixels. */
  readonly side: number;
  /** Filters of the 3×3 convolutions of each stage; every stage ends with 2×2 max pooling. */
  readonly stages: readonly (readonly number[])[];
  /** Stride of the very first convolution: 1 as published, 2 to begin on a smaller map. */
  readonly firstStride: number;
  /** Batch normalisation after each convolution, the published variant with the suffix BN. */
  readonly batchNorm: boolean;
}

/** VGG (Simonyan & Zisserman 2015, "Very deep convolutional networks for large-scale image recognition"). */
export function buildVgg(options: VggOptions): Architecture {
  const { side, stages, firstStride, batchNorm } = options;
  const b = new GraphBuilder([side, side, 3]);

  const layer = (input: Value, name: string, filters: number): Value => {
    const stride = input === b.input ? firstStride : 1;
    // The published BN variants keep the bias, although the normalisation removes it.
    const window = { filters, kernel: 3, stride, padding: 1, bias: true };
    if (!batchNorm) return b.conv(input, name, { ...window, activation: 'relu' });
    return b.relu(b.batchNorm(b.conv(input, name, window), `${name}_bn`), `${name}_relu`);
  };

  let value = b.input;
  for (const [stage, widths] of stages.entries()) {
    for (const [index, filters] of widths.entries()) {
      value = layer(value, `stage${stage + 1}_conv${index + 1}`, filters);
    }
    value = b.maxPool(value, `stage${stage + 1}_pool`, { kernel: 2, stride: 2, padding: 0 });
  }
  return b.build(classifierHead(b, value, { ...options, dropBefore: false }));
}
