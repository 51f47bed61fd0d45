import type { Architecture } from './architecture.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';

export interface Fire {
  /** Filters of the 1×1 convolution that narrows. */
  readonly squeeze: number;
  /** Filters of each of the two that widen, one 1×1 and one 3×3. */
  readonly expand: number;
}

export interface SqueezenetOptions {
  /** Side of the square input in pixels. */
  readonly side: number;
  readonly classes: number;
  readonly stem: { readonly filters: number; readonly padding: number };
  /** Fire modules of each stage; 3×3 max pooling with stride 2 comes before each stage. */
  readonly stages: readonly (readonly Fire[])[];
  readonly dropout: number;
}

function fire(b: GraphBuilder, input: Value, name: string, { squeeze, expand }: Fire): Value {
  const shared = { bias: true, activation: 'relu' } as const;
  const narrow = b.conv(input, `${name}_squeeze`, { filters: squeeze, kernel: 1, ...shared });
  const points = b.conv(narrow, `${name}_expand1`, { filters: expand, kernel: 1, ...shared });
  const areas = b.conv(narrow, `${name}_expand3`, {
    filters: expand,
    kernel: 3,
    padding: 1,
    ...shared,
  });
  return b.concat([points, areas], `${name}_concat`);
}

/** SqueezeNet 1.1 (Iandola et al. 2016, "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters"). */
export function buildSqueezenet(options: SqueezenetOptions): Architecture {
  const { side, classes, stem, stages, dropout } = options;
  const b = new GraphBuilder([side, side, 3]);
  let value = b.conv(b.input, 'stem', {
    ...stem,
    kernel: 3,
    stride: 2,
    bias: true,
    activation: 'relu',
  });
  for (const [stage, fires] of stages.entries()) {
    const window = { kernel: 3, stride: 2, padding: 0, ceil: true };
    value = b.maxPool(value, `pool${stage + 1}`, window);
    for (const [index, module] of fires.entries()) {
      value = fire(b, value, `stage${stage + 1}_fire${index + 1}`, module);
    }
  }
  const scores = b.conv(b.dropout(value, 'dropout', dropout), 'scores', {
    filters: classes,
    kernel: 1,
    bias: true,
    activation: 'relu',
  });
  return b.build(b.globalAveragePool(scores, 'logits'));
}
