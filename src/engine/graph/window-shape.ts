import type { Pads, Window } from '../gradients/window.ts';
import { resolvePads, windowOutputSize } from '../gradients/window.ts';
import type { AveragePoolNode, ConvNode, GraphNode, Pair, PoolNode } from './graph.ts';
import type { NodeShape, WeightShapes } from './node-shape.ts';
import { corrupt, expectShape, imageShape } from './node-shape.ts';

function slide(node: GraphNode, size: Pair, window: Window): Pair {
  const positive = [...window.kernel, ...window.strides, ...window.dilations];
  if (!positive.every((value) => Number.isInteger(value) && value >= 1)) {
    throw corrupt(node, 'has a window, stride or dilation that is not a positive integer');
  }
  if (!window.pads.every((value) => Number.isInteger(value) && value >= 0)) {
    throw corrupt(node, 'has a padding that is not a whole number');
  }
  const [height, width] = windowOutputSize(size, window);
  if (height < 1 || width < 1) {
    throw corrupt(
      node,
      `has a ${window.kernel.join('×')} window that does not fit into ${size.join('×')}`,
    );
  }
  return [height, width];
}

/** Output shape and multiplications of a convolution. */
export function convShape(
  node: ConvNode,
  input: NodeShape,
  weights: WeightShapes,
): { shape: NodeShape; multiplyAdds: number } {
  const [height, width, channels] = imageShape(node, input);
  const filter = weights(node.filter, node);
  const [rows = 0, columns = 0, read = 0, made = 0] = filter;
  const depthwise = node.op === 'depthwiseConv2d';
  const fits = depthwise
    ? read === channels && node.groups === 1
    : read * node.groups === channels && made % node.groups === 0;
  if (filter.length !== 4 || made < 1 || !fits) {
    throw corrupt(
      node,
      `has filters of shape [${filter.join(', ')}] that do not fit ${channels} channels in ${node.groups} group(s)`,
    );
  }
  const { strides, dilations } = node;
  const kernel: Pair = [rows, columns];
  const size: Pair = [height, width];
  const pads = resolvePads(node.padding, size, kernel, strides, dilations);
  const output = slide(node, size, { kernel, strides, dilations, pads });
  const filters = depthwise ? channels * made : made;
  expectShape(node, weights, node.bias, [filters]);
  const perCell = rows * columns * (depthwise ? 1 : read) * filters;
  return { shape: [...output, filters], multiplyAdds: perCell * output[0] * output[1] };
}

/** Output shape of a pooling window. */
export function poolShape(node: PoolNode, input: NodeShape): NodeShape {
  const [height, width, channels] = imageShape(node, input);
  const size: Pair = [height, width];
  const { size: kernel, strides } = node;
  const pads = resolvePads(node.padding, size, kernel, strides, [1, 1]);
  if (node.op === 'averagePool') checkUncounted(node, pads);
  return [...slide(node, size, { kernel, strides, dilations: [1, 1], pads }), channels];
}

function checkUncounted(node: AveragePoolNode, [, bottom, , right]: Pads): void {
  const [rows, columns] = node.uncounted ?? [0, 0];
  const within = (cells: number, pad: number): boolean =>
    Number.isInteger(cells) && cells >= 0 && cells <= pad;
  if (!within(rows, bottom) || !within(columns, right)) {
    throw corrupt(node, 'leaves more rows or columns uncounted than it pads');
  }
}
