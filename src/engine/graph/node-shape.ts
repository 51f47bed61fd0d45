import { LabError } from '../../protocol/lab-error.ts';
import type { Window } from '../gradients/window.ts';
import { resolvePads, windowOutputSize } from '../gradients/window.ts';
import type { BatchNormNode, ConvNode, DenseNode, GraphNode, Pair, PoolNode } from './graph.ts';

/** Shape of one image's value at a node: [height, width, channels] or [features]. */
export type NodeShape = readonly number[];

export interface NodeAnalysis {
  readonly shape: NodeShape;
  /** Multiplications of one image, counted for convolutions and dense layers as usual. */
  readonly multiplyAdds: number;
}

/** What the weights of a graph are asked: the shape of one, which must exist. */
export type WeightShapes = (name: string, node: GraphNode) => readonly number[];

function corrupt(node: GraphNode, message: string): LabError {
  return new LabError('model-corrupt', `Layer "${node.name}" ${message}.`, node.name);
}

function image(node: GraphNode, shape: NodeShape): readonly [number, number, number] {
  const [height, width, channels, ...rest] = shape;
  if (height === undefined || width === undefined || channels === undefined || rest.length > 0) {
    throw corrupt(node, `needs an image but gets [${shape.join(', ')}]`);
  }
  return [height, width, channels];
}

function expectShape(
  node: GraphNode,
  weights: WeightShapes,
  name: string | undefined,
  expected: readonly number[],
): void {
  if (name === undefined) return;
  const found = weights(name, node);
  if (found.length !== expected.length || found.some((side, axis) => side !== expected[axis])) {
    throw corrupt(
      node,
      `has weight "${name}" of shape [${found.join(', ')}] where [${expected.join(', ')}] fits`,
    );
  }
}

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

function convShape(node: ConvNode, input: NodeShape, weights: WeightShapes): NodeAnalysis {
  const [height, width, channels] = image(node, input);
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

function poolShape(node: PoolNode, input: NodeShape): NodeShape {
  const [height, width, channels] = image(node, input);
  const size: Pair = [height, width];
  const { size: kernel, strides } = node;
  const pads = resolvePads(node.padding, size, kernel, strides, [1, 1]);
  return [...slide(node, size, { kernel, strides, dilations: [1, 1], pads }), channels];
}

function denseShape(node: DenseNode, input: NodeShape, weights: WeightShapes): NodeAnalysis {
  const [features = 0, ...rest] = input;
  if (rest.length > 0) throw corrupt(node, `needs a vector but gets [${input.join(', ')}]`);
  const kernel = weights(node.kernel, node);
  const units = kernel[1] ?? 0;
  expectShape(node, weights, node.kernel, [features, units]);
  expectShape(node, weights, node.bias, [units]);
  return { shape: [units], multiplyAdds: features * units };
}

function checkBatchNorm(node: BatchNormNode, input: NodeShape, weights: WeightShapes): void {
  const channels = [input.at(-1) ?? 0];
  for (const name of [node.gamma, node.beta, node.mean, node.variance]) {
    expectShape(node, weights, name, channels);
  }
}

function mergeShape(node: GraphNode, op: 'add' | 'concat', inputs: readonly NodeShape[]) {
  const [first = []] = inputs;
  const compared = op === 'add' ? first.length : first.length - 1;
  for (const other of inputs) {
    const agrees = first.slice(0, compared).every((side, axis) => side === other[axis]);
    if (other.length !== first.length || !agrees) {
      throw corrupt(node, `joins [${first.join(', ')}] and [${other.join(', ')}]`);
    }
  }
  if (op === 'add') return first;
  const channels = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0);
  return [...first.slice(0, -1), channels];
}

/**
 * Output shape and work of one node, from the shapes of its inputs.
 * @throws LabError `model-corrupt`, naming the node, where inputs or weights do not fit it
 */
export function analyseNode(
  node: Exclude<GraphNode, { op: 'input' }>,
  inputs: readonly NodeShape[],
  weights: WeightShapes,
): NodeAnalysis {
  const [input] = inputs;
  if (input === undefined) throw corrupt(node, 'has no input');
  const plain = (shape: NodeShape): NodeAnalysis => ({ shape, multiplyAdds: 0 });
  switch (node.op) {
    case 'conv2d':
    case 'depthwiseConv2d':
      return convShape(node, input, weights);
    case 'dense':
      return denseShape(node, input, weights);
    case 'batchNorm':
      checkBatchNorm(node, input, weights);
      return plain(input);
    case 'affine':
      expectShape(node, weights, node.scale, [input.at(-1) ?? 0]);
      expectShape(node, weights, node.shift, [input.at(-1) ?? 0]);
      return plain(input);
    case 'maxPool':
    case 'averagePool':
      return plain(poolShape(node, input));
    case 'globalAveragePool':
    case 'globalMaxPool':
      return plain([image(node, input)[2]]);
    case 'flatten':
      return plain([input.reduce((product, side) => product * side, 1)]);
    case 'zeroPad': {
      const [height, width, channels] = image(node, input);
      const [top, bottom, left, right] = node.padding;
      return plain([height + top + bottom, width + left + right, channels]);
    }
    case 'add':
    case 'concat':
      return plain(mergeShape(node, node.op, inputs));
    case 'activation':
    case 'softmax':
    case 'dropout':
      return plain(input);
  }
}
