import { bool, float, GraphDef, int, ints, texts, window } from './graph-def.ts';
import type { Files } from './saved-layers.ts';

const fused = (...steps: readonly string[]) => ({
  fused_ops: texts(...steps),
  num_args: int(steps.includes('BiasAdd') ? 1 : 0),
  epsilon: float(0),
});

/**
 * MobileNet v1 with few channels, as the converter leaves it: batch norms folded, biases and ReLU6
 * fused, and an image of one cell before the softmax.
 */
export function mobileNet(size: readonly [number, number]): Files {
  const g = new GraphDef();
  const input = g.placeholder('images', [-1, ...size, 3]);
  const doubled = g.op('Mul', 'prefix/Mul', [input, g.floats('prefix/Mul/y', [], [2])]);
  let x = g.op('Sub', 'prefix/Sub', [doubled, g.floats('prefix/Sub/y', [], [0.5])]);
  const conv = (
    name: string,
    side: number,
    inputs: number,
    outputs: number,
    stride: number,
  ): void => {
    const filter = g.wave(`${name}/weights`, [side, side, inputs, outputs]);
    const bias = g.wave(`${name}/bias`, [outputs]);
    const attr = window(stride, 'SAME', fused('BiasAdd', 'Relu6'));
    x = g.op('_FusedConv2D', `${name}/Relu6`, [x, filter, bias], attr);
  };
  const depthwise = (name: string, channels: number, stride: number): void => {
    const filter = g.wave(`${name}/depthwise_weights`, [3, 3, channels, 1]);
    const bias = g.wave(`${name}/bias`, [channels]);
    const attr = window(stride, 'SAME', fused('BiasAdd', 'Relu6'));
    x = g.op('FusedDepthwiseConv2dNative', `${name}/Relu6`, [x, filter, bias], attr);
  };
  conv('Conv2d_0', 3, 3, 4, 2);
  depthwise('Conv2d_1_depthwise', 4, 1);
  conv('Conv2d_1_pointwise', 1, 4, 6, 1);
  depthwise('Conv2d_2_depthwise', 6, 2);
  conv('Conv2d_2_pointwise', 1, 6, 8, 1);
  const axes = g.integers('Mean/axes', [2], [1, 2]);
  x = g.op('Mean', 'Logits/global_pool', [x, axes], { keep_dims: bool(true) });
  const filter = g.wave('Logits/weights', [1, 1, 8, 5]);
  const bias = g.wave('Logits/bias', [5]);
  const last = window(1, 'SAME', fused('BiasAdd'));
  x = g.op('_FusedConv2D', 'Logits/BiasAdd', [x, filter, bias], last);
  x = g.op('Squeeze', 'Logits/SpatialSqueeze', [x], { squeeze_dims: ints(1, 2) });
  const shape = g.integers('Predictions/shape', [2], [-1, 5]);
  x = g.op('Reshape', 'Predictions/Reshape', [x, shape]);
  x = g.op('Softmax', 'Predictions/Softmax', [x]);
  g.op('Identity', 'Identity', [x]);
  return g.files(['Identity']);
}
