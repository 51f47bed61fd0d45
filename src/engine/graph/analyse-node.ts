import type {
  BatchNormNode,
  ChannelShuffleNode,
  DenseNode,
  GlobalPoolNode,
  GraphNode,
  LocalResponseNormNode,
  SliceChannelsNode,
} from './graph.ts';
import { mergeShape } from './merge-shape.ts';
import type { NodeShape, WeightShapes } from './node-shape.ts';
import { corrupt, expectShape, imageShape } from './node-shape.ts';
import { convShape, poolShape } from './window-shape.ts';

export interface NodeAnalysis {
  readonly shape: NodeShape;
  /** Multiplications of one image, counted for convolutions and dense layers as usual. */
  readonly multiplyAdds: number;
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

function globalPoolShape(node: GlobalPoolNode, input: NodeShape): NodeShape {
  const channels = imageShape(node, input)[2];
  return node.keepDims === true ? [1, 1, channels] : [channels];
}

function checkShuffle(node: ChannelShuffleNode, input: NodeShape): void {
  const channels = input.at(-1) ?? 0;
  if (!Number.isInteger(node.groups) || node.groups < 1 || channels % node.groups !== 0) {
    throw corrupt(node, `shuffles ${channels} channels in ${node.groups} groups`);
  }
}

function sliceShape(node: SliceChannelsNode, input: NodeShape): NodeShape {
  const { start, size } = node;
  const channels = input.at(-1) ?? 0;
  const whole = Number.isInteger(start) && Number.isInteger(size);
  if (!whole || start < 0 || size < 1 || start + size > channels) {
    throw corrupt(node, `takes ${size} channels from ${start} on where there are ${channels}`);
  }
  return [...input.slice(0, -1), size];
}

function checkResponseNorm(node: LocalResponseNormNode, input: NodeShape): void {
  imageShape(node, input);
  if (!Number.isInteger(node.depthRadius) || node.depthRadius < 0) {
    throw corrupt(node, `has the depth radius ${node.depthRadius}`);
  }
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
      return plain(globalPoolShape(node, input));
    case 'transposeFlatten':
      imageShape(node, input);
      return plain([input.reduce((product, side) => product * side, 1)]);
    case 'flatten':
      return plain([input.reduce((product, side) => product * side, 1)]);
    case 'zeroPad': {
      const [height, width, channels] = imageShape(node, input);
      const [top, bottom, left, right] = node.padding;
      return plain([height + top + bottom, width + left + right, channels]);
    }
    case 'add':
    case 'multiply':
    case 'concat':
      return plain(mergeShape(node, inputs));
    case 'channelShuffle':
      checkShuffle(node, input);
      return plain(input);
    case 'sliceChannels':
      return plain(sliceShape(node, input));
    case 'layerNorm':
      expectShape(node, weights, node.gamma, [input.at(-1) ?? 0]);
      expectShape(node, weights, node.beta, [input.at(-1) ?? 0]);
      return plain(input);
    case 'lrn':
      checkResponseNorm(node, input);
      return plain(input);
    case 'activation':
    case 'softmax':
    case 'logSoftmax':
    case 'dropout':
      return plain(input);
  }
}
