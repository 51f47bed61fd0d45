import type { Architecture } from './architecture.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';
import type { Stem } from './stem.ts';

export interface DensenetOptions {
  /** Side of the square input in pixels. */
  readonly side: number;
  readonly classes: number;
  readonly stem: Stem;
  /** Channels that each layer adds. */
  readonly growth: number;
  /** Width of the 1×1 convolution before each 3×3, in multiples of the growth. */
  readonly bottleneck: number;
  /** Layers of each dense block; transitions between blocks halve channels and map. */
  readonly blocks: readonly number[];
}

function normRelu(b: GraphBuilder, input: Value, name: string): Value {
  return b.relu(b.batchNorm(input, `${name}_bn`), `${name}_relu`);
}

function denseLayer(b: GraphBuilder, input: Value, name: string, options: DensenetOptions): Value {
  const { growth, bottleneck } = options;
  const narrow = b.conv(normRelu(b, input, `${name}_1`), `${name}_conv1`, {
    filters: bottleneck * growth,
    kernel: 1,
  });
  const added = b.conv(normRelu(b, narrow, `${name}_2`), `${name}_conv2`, {
    filters: growth,
    kernel: 3,
    padding: 1,
  });
  return b.concat([input, added], `${name}_concat`);
}

function transition(b: GraphBuilder, input: Value, name: string): Value {
  const filters = Math.floor((input.shape[2] ?? 0) / 2);
  const conv = b.conv(normRelu(b, input, name), `${name}_conv`, { filters, kernel: 1 });
  return b.averagePool(conv, `${name}_pool`, { kernel: 2, stride: 2, padding: 0 });
}

/** DenseNet-BC (Huang et al. 2017, "Densely connected convolutional networks"). */
export function buildDensenet(options: DensenetOptions): Architecture {
  const { side, classes, stem, blocks } = options;
  const b = new GraphBuilder([side, side, 3]);
  const { filters, kernel } = stem;
  const padding = Math.floor(kernel / 2);
  const first = b.conv(b.input, 'stem', { filters, kernel, stride: 2, padding });
  let value = normRelu(b, first, 'stem');
  value = b.maxPool(value, 'stem_pool', { kernel: 3, stride: 2, ...stem.pool });
  for (const [block, layers] of blocks.entries()) {
    if (block > 0) value = transition(b, value, `transition${block}`);
    for (let layer = 0; layer < layers; layer += 1) {
      value = denseLayer(b, value, `block${block + 1}_layer${layer + 1}`, options);
    }
  }
  const pooled = b.globalAveragePool(normRelu(b, value, 'last'), 'pool');
  return b.build(b.dense(pooled, 'logits', { units: classes, deviation: 0.01 }));
}
