import type { Pads } from '../gradients/window.ts';
import { resolvePads } from '../gradients/window.ts';
import type { AveragePoolNode, ConvNode, Pair, Padding, PoolNode } from '../graph/graph.ts';
import { isNeverNegative } from '../graph/never-negative.ts';
import type { ExportContext, ExportedNode } from './export-context.ts';
import { exportWeights, unsupported } from './export-context.ts';
import type { KerasLayer } from './keras-layer.ts';
import { kerasLayer } from './keras-layer.ts';

interface PaddedInput {
  readonly layers: readonly KerasLayer[];
  readonly input: string;
  readonly padding: 'same' | 'valid';
}

/** A layer that pads with zeros. */
export function zeroPadding(name: string, input: string, pads: Pads): KerasLayer {
  const [top, bottom, left, right] = pads;
  return kerasLayer('ZeroPadding2D', name, [input], {
    padding: [
      [top, bottom],
      [left, right],
    ],
    data_format: 'channels_last',
  });
}

/** Whether an average counts some of what it pads. */
function countsSome({ countPadding, uncounted = [0, 0], padding }: AveragePoolNode): boolean {
  if (countPadding !== true || padding === 'valid') return false;
  if (padding === 'same') return true;
  const [top, bottom, left, right] = padding;
  return top + bottom + left + right > uncounted[0] + uncounted[1];
}

/** Whether an average counts all that it pads, as zeros. */
function countsPadding({ countPadding, uncounted = [0, 0] }: AveragePoolNode): boolean {
  return countPadding === true && uncounted[0] === 0 && uncounted[1] === 0;
}

/** Explicit padding becomes a layer of its own, except where `same` or `valid` means the same. */
function padInput(
  node: ConvNode | PoolNode,
  kernel: Pair,
  dilations: Pair,
  context: ExportContext,
): PaddedInput {
  const input = context.layerOf(node.input);
  const counts = node.op === 'averagePool' && countsSome(node);
  if (node.padding === 'valid' || (node.padding === 'same' && !counts)) {
    return { layers: [], input, padding: node.padding };
  }
  const [height = 0, width = 0] = context.shapes.get(node.input) ?? [];
  const padsOf = (padding: Padding): Pads =>
    resolvePads(padding, [height, width], kernel, node.strides, dilations);
  const own = padsOf(node.padding);
  const equals = (padding: Padding): boolean =>
    padsOf(padding).every((side, index) => side === own[index]);
  if (equals('valid')) return { layers: [], input, padding: 'valid' };
  if (!counts && equals('same')) return { layers: [], input, padding: 'same' };
  if (node.op === 'averagePool' && !countsPadding(node)) {
    throw unsupported(node, 'average pooling with this padding');
  }
  if (node.op === 'maxPool' && !isNeverNegative(context.nodeOf, node.input)) {
    throw unsupported(node, 'max pooling with this padding over values that can be negative');
  }
  const name = `${node.name}_pad`;
  return { layers: [zeroPadding(name, input, own)], input: name, padding: 'valid' };
}

/** A convolution, after a layer that pads for it where it has to. */
export function exportConv(node: ConvNode, context: ExportContext): ExportedNode {
  if (node.groups !== 1) throw unsupported(node, 'convolution in groups that can be run');
  const [height = 1, width = 1, , last = 1] = context.graph.weights.get(node.filter)?.shape ?? [];
  const kernel: Pair = [height, width];
  const padded = padInput(node, kernel, node.dilations, context);
  const depthwise = node.op === 'depthwiseConv2d';
  const layer = kerasLayer(depthwise ? 'DepthwiseConv2D' : 'Conv2D', node.name, [padded.input], {
    ...(depthwise ? { depth_multiplier: last } : { filters: last }),
    kernel_size: kernel,
    strides: node.strides,
    padding: padded.padding,
    data_format: 'channels_last',
    dilation_rate: node.dilations,
    activation: node.activation,
    use_bias: node.bias !== undefined,
  });
  const filter = depthwise ? 'depthwise_kernel' : 'kernel';
  return {
    layers: [...padded.layers, layer],
    weights: exportWeights(node, context, { [filter]: node.filter, bias: node.bias }),
  };
}

/** A pooling, after a layer that pads for it where it has to. */
export function exportPool(node: PoolNode, context: ExportContext): ExportedNode {
  const padded = padInput(node, node.size, [1, 1], context);
  const layer = kerasLayer(
    node.op === 'maxPool' ? 'MaxPooling2D' : 'AveragePooling2D',
    node.name,
    [padded.input],
    {
      pool_size: node.size,
      strides: node.strides,
      padding: padded.padding,
      data_format: 'channels_last',
    },
  );
  return { layers: [...padded.layers, layer], weights: [] };
}
