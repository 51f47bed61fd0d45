import { resolvePads, windowOutputSize } from '../gradients/window.ts';
import { nodeInputs, type Graph, type GraphNode, type Pair, type Weight } from '../graph/graph.ts';

/** [height, width, channels] of an image's value, or [features]. */
type Shape = readonly number[];

/** What a network costs and gives: its learned values, and the multiply-adds of one image. */
export interface GraphCost {
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Shape of one image's answer. */
  readonly outputs: Shape;
}

function weightShape(weights: Graph['weights'], name: string): readonly number[] {
  const weight: Weight | undefined = weights.get(name);
  if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
  return weight.shape;
}

const elements = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

function windowOf(
  node: Extract<GraphNode, { readonly padding: unknown; readonly strides: Pair }>,
  [height = 1, width = 1]: Shape,
  kernel: Pair,
): Pair {
  const { strides } = node;
  const dilations: Pair = 'dilations' in node ? node.dilations : [1, 1];
  const size: Pair = [height, width];
  const pads = resolvePads(node.padding, size, kernel, strides, dilations);
  return windowOutputSize(size, { kernel, strides, dilations, pads });
}

function convolution(
  node: Extract<GraphNode, { readonly op: 'conv2d' | 'depthwiseConv2d' }>,
  input: Shape,
  weights: Graph['weights'],
): Shape {
  const [rows = 1, columns = 1, channels = 1, filters = 1] = weightShape(weights, node.filter);
  const size = windowOf(node, input, [rows, columns]);
  return [...size, node.op === 'conv2d' ? filters : channels * filters];
}

function outputShape(node: GraphNode, inputs: readonly Shape[], graph: Graph): Shape {
  const [input = graph.inputShape] = inputs;
  const [height = 1, width = 1, channels = 1] = input;
  switch (node.op) {
    case 'input':
      return graph.inputShape;
    case 'conv2d':
    case 'depthwiseConv2d':
      return convolution(node, input, graph.weights);
    case 'dense':
      return [weightShape(graph.weights, node.kernel)[1] ?? 1];
    case 'maxPool':
    case 'averagePool':
      return [...windowOf(node, input, node.size), channels];
    case 'globalAveragePool':
    case 'globalMaxPool':
      return [channels];
    case 'flatten':
      return [elements(input)];
    case 'zeroPad': {
      const [top, bottom, left, right] = node.padding;
      return [height + top + bottom, width + left + right, channels];
    }
    case 'concat':
      return [...input.slice(0, -1), inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0)];
    case 'add':
    case 'batchNorm':
    case 'affine':
    case 'activation':
    case 'softmax':
    case 'dropout':
      return input;
  }
}

function multiplyAdds(node: GraphNode, output: Shape, { weights }: Graph): number {
  if (node.op === 'dense') return elements(weightShape(weights, node.kernel));
  if (node.op !== 'conv2d' && node.op !== 'depthwiseConv2d') return 0;
  const [height = 1, width = 1] = output;
  return height * width * elements(weightShape(weights, node.filter));
}

function isLearned(name: string, nodes: readonly GraphNode[]): boolean {
  return !nodes.some(
    (node) => node.op === 'batchNorm' && (node.mean === name || node.variance === name),
  );
}

/** Counts convolutions and dense layers; running statistics of batch norms are not learned. */
export function graphCost(graph: Graph): GraphCost {
  const shapes = new Map<string, Shape>();
  let total = 0;
  for (const node of graph.nodes) {
    const inputs = nodeInputs(node).map((name) => shapes.get(name) ?? []);
    const output = outputShape(node, inputs, graph);
    shapes.set(node.name, output);
    total += multiplyAdds(node, output, graph);
  }
  const learned = [...graph.weights].filter(([name]) => isLearned(name, graph.nodes));
  const parameters = learned.reduce((sum, [, { values }]) => sum + values.length, 0);
  return { parameters, multiplyAdds: total, outputs: shapes.get(graph.output) ?? [] };
}
