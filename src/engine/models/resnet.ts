import type { Architecture } from './architecture.ts';
import { GraphBuilder, type Value } from './graph-builder.ts';
import type { Stem } from './stem.ts';

export interface ResnetOptions {
  /** Side of the square input in pixels. */
  readonly side: number;
  readonly classes: number;
  readonly stem: Stem;
  /** `basic`: two 3×3 convolutions; `bottleneck`: 1×1, 3×3, and 1×1 to four times the width. */
  readonly block: 'basic' | 'bottleneck';
  /** Width and number of blocks of each stage; every stage after the first halves the map. */
  readonly stages: readonly { readonly width: number; readonly blocks: number }[];
}

interface Block {
  readonly name: string;
  readonly width: number;
  readonly stride: number;
}

type Branch = (b: GraphBuilder, input: Value, block: Block) => Value;

function convNorm(
  b: GraphBuilder,
  input: Value,
  name: string,
  options: { filters: number; kernel: number; stride: number },
): Value {
  const { filters, kernel, stride } = options;
  const padding = Math.floor(kernel / 2);
  const conv = b.conv(input, name, { filters, kernel, stride, padding });
  return b.batchNorm(conv, `${name}_bn`);
}

const basicBranch: Branch = (b, input, { name, width, stride }) => {
  const first = convNorm(b, input, `${name}_conv1`, { filters: width, kernel: 3, stride });
  const active = b.relu(first, `${name}_relu1`);
  return convNorm(b, active, `${name}_conv2`, { filters: width, kernel: 3, stride: 1 });
};

// The stride is that of the 3×3 convolution, as in the published counts and weights of torchvision.
const bottleneckBranch: Branch = (b, input, { name, width, stride }) => {
  const first = convNorm(b, input, `${name}_conv1`, { filters: width, kernel: 1, stride: 1 });
  const narrow = b.relu(first, `${name}_relu1`);
  const second = convNorm(b, narrow, `${name}_conv2`, { filters: width, kernel: 3, stride });
  const active = b.relu(second, `${name}_relu2`);
  return convNorm(b, active, `${name}_conv3`, {
    filters: 4 * width,
    kernel: 1,
    stride: 1,
  });
};

function residual(b: GraphBuilder, input: Value, block: Block, branch: Branch): Value {
  const { name, stride } = block;
  const value = branch(b, input, block);
  const filters = value.shape[2] ?? 0;
  const shortcut =
    stride === 1 && input.shape[2] === filters
      ? input
      : convNorm(b, input, `${name}_shortcut`, { filters, kernel: 1, stride });
  return b.add([value, shortcut], `${name}_add`, 'relu');
}

/** ResNet (He et al. 2016, "Deep residual learning for image recognition"). */
export function buildResnet(options: ResnetOptions): Architecture {
  const { side, classes, stem, stages } = options;
  const b = new GraphBuilder([side, side, 3]);
  const branch = options.block === 'basic' ? basicBranch : bottleneckBranch;
  const first = convNorm(b, b.input, 'stem', {
    filters: stem.filters,
    kernel: stem.kernel,
    stride: 2,
  });
  let value = b.relu(first, 'stem_relu');
  value = b.maxPool(value, 'stem_pool', { kernel: 3, stride: 2, ...stem.pool });
  for (const [stage, { width, blocks }] of stages.entries()) {
    for (let block = 0; block < blocks; block += 1) {
      const stride = stage > 0 && block === 0 ? 2 : 1;
      const name = `stage${stage + 1}_block${block + 1}`;
      value = residual(b, value, { name, width, stride }, branch);
    }
  }
  const pooled = b.globalAveragePool(value, 'pool');
  return b.build(b.dense(pooled, 'logits', { units: classes, deviation: 0.01 }));
}
