import { philox4x32 } from '../../../src/core/philox.ts';
import type { TfjsModelFiles } from '../../../src/protocol/model-files.ts';
import { preprocessSchema } from '../../../src/protocol/spec.ts';

const SIDE = 32;
const CLASSES = 12;

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const convolution = (name: string, filters: number, extra: object = {}): Layer => ({
  class_name: 'Conv2D',
  config: {
    name,
    filters,
    kernel_size: [3, 3],
    strides: [2, 2],
    padding: 'same',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    activation: 'relu',
    use_bias: true,
    ...extra,
  },
});

const layers: readonly Layer[] = [
  convolution('first', 16, { batch_input_shape: [null, SIDE, SIDE, 3] }),
  convolution('second', 24),
  { class_name: 'Flatten', config: { name: 'flatten' } },
  {
    class_name: 'Dense',
    config: { name: 'logits', units: CLASSES, activation: 'linear', use_bias: true },
  },
];

const shapes: readonly (readonly [string, readonly number[]])[] = [
  ['first/kernel', [3, 3, 3, 16]],
  ['first/bias', [16]],
  ['second/kernel', [3, 3, 16, 24]],
  ['second/bias', [24]],
  ['logits/kernel', [8 * 8 * 24, CLASSES]],
  ['logits/bias', [CLASSES]],
];

const size = (shape: readonly number[]): number => shape.reduce((all, side) => all * side, 1);

/** Uniform in ±√(6 / inputs) for kernels, zero for biases. */
function values(shape: readonly number[], tensor: number, seed: number): number[] {
  const inputs = size(shape.slice(0, -1));
  const range = shape.length === 1 ? 0 : Math.sqrt(6 / inputs);
  return Array.from({ length: size(shape) }, (_, index) => {
    const [word] = philox4x32([index, tensor, 0, 0], [seed, 0]);
    return range * (word / 2 ** 31 - 1);
  });
}

/**
 * A network of 4 layers with random weights, for 32×32 images in 12 classes. It knows nothing, but
 * its answers differ from image to image and change with pixels.
 */
export function tinyModel(id: string, seed: number): TfjsModelFiles {
  const topology = JSON.stringify({
    format: 'layers-model',
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'tiny', layers },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: shapes.map(([name, shape]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  });
  const weights = Float32Array.from(
    shapes.flatMap(([, shape], tensor) => values(shape, tensor, seed)),
  );
  return {
    id,
    data: { format: 'tfjs', topology, weights: weights.buffer },
    preprocess: preprocessSchema.parse({ mean: [0.45, 0.45, 0.45], std: [0.25, 0.25, 0.25] }),
  };
}
