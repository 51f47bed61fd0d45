import type { Architecture } from './architecture.ts';
import { classifierHead, type HeadOptions } from './classifier-head.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';

export interface AlexnetConv {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  /** 3×3 max pooling with stride 2 after this convolution. */
  readonly pool: boolean;
}

export interface AlexnetOptions extends Omit<HeadOptions, 'dropBefore'> {
  /** Side of the square input in pixels. */
  readonly side: number;
  readonly convolutions: readonly AlexnetConv[];
}

/**
 * AlexNet in the one-column form of Krizhevsky 2014, "One weird trick for parallelizing
 * convolutional neural networks".
 */
export function buildAlexnet(options: AlexnetOptions): Architecture {
  const b = new GraphBuilder([options.side, options.side, 3]);
  let value: Value = b.input;
  for (const [index, { pool, ...window }] of options.convolutions.entries()) {
    value = b.conv(value, `conv${index + 1}`, { ...window, bias: true, activation: 'relu' });
    if (pool) value = b.maxPool(value, `pool${index + 1}`, { kernel: 3, stride: 2, padding: 0 });
  }
  return b.build(classifierHead(b, value, { ...options, dropBefore: true }));
}
