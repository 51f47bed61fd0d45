import { LabError } from '../../protocol/lab-error.ts';
import type { Pads } from '../gradients/window.ts';
import { resolvePads } from '../gradients/window.ts';
import type {
  BatchNormNode,
  ConvNode,
  DenseNode,
  Graph,
  GraphNode,
  MergeNode,
  Pair,
  Padding,
  PoolNode,
} from '../graph/graph.ts';
import { nodeInputs } from '../graph/graph.ts';
import { isNeverNegative } from '../graph/never-negative.ts';
import type { NodeShape } from '../graph/node-shape.ts';
import type { KerasLayer, NamedWeight } from './keras-layer.ts';
import { kerasLayer } from './keras-layer.ts';

export interface ExportContext {
  readonly graph: Graph;
  readonly shapes: ReadonlyMap<string, NodeShape>;
  readonly nodeOf: (name: string) => GraphNode | undefined;
  /** Name of the layer that gives a node's value. */
  readonly layerOf: (node: string) => string;
}

export interface ExportedNode {
  /** In order; the last one gives the node's value. */
  readonly layers: readonly KerasLayer[];
  readonly weights: readonly NamedWeight[];
}

function unsupported(node: GraphNode, what: string): LabError {
  return new LabError(
    'model-unsupported',
    `Layer "${node.name}": the TensorFlow.js layers format has no ${what}.`,
    node.name,
  );
}

function exportWeights(
  node: GraphNode,
  { graph }: ExportContext,
  names: Readonly<Record<string, string | undefined>>,
): NamedWeight[] {
  const weights: NamedWeight[] = [];
  for (const [own, name] of Object.entries(names)) {
    if (name === undefined) continue;
    const weight = graph.weights.get(name);
    if (weight === undefined) throw new RangeError(`the graph has no weight "${name}"`);
    weights.push({ name: `${node.name}/${own}`, weight });
  }
  return weights;
}

interface PaddedInput {
  readonly layers: readonly KerasLayer[];
  readonly input: string;
  readonly padding: 'same' | 'valid';
}

function zeroPadding(name: string, input: string, pads: Pads): KerasLayer {
  const [top, bottom, left, right] = pads;
  return kerasLayer('ZeroPadding2D', name, [input], {
    padding: [
      [top, bottom],
      [left, right],
    ],
    data_format: 'channels_last',
  });
}

/** Explicit padding becomes a layer of its own, except where `same` or `valid` means the same. */
function padInput(
  node: ConvNode | PoolNode,
  kernel: Pair,
  dilations: Pair,
  context: ExportContext,
): PaddedInput {
  const input = context.layerOf(node.input);
  if (node.padding === 'same' || node.padding === 'valid') {
    return { layers: [], input, padding: node.padding };
  }
  const [height = 0, width = 0] = context.shapes.get(node.input) ?? [];
  const equals = (padding: Padding): boolean => {
    const pads = resolvePads(padding, [height, width], kernel, node.strides, dilations);
    return pads.every((side, index) => side === node.padding[index]);
  };
  if (equals('valid')) return { layers: [], input, padding: 'valid' };
  if (equals('same')) return { layers: [], input, padding: 'same' };
  if (node.op === 'averagePool') throw unsupported(node, 'average pooling with this padding');
  if (node.op === 'maxPool' && !isNeverNegative(context.nodeOf, node.input)) {
    throw unsupported(node, 'max pooling with this padding over values that can be negative');
  }
  const name = `${node.name}_pad`;
  return { layers: [zeroPadding(name, input, node.padding)], input: name, padding: 'valid' };
}

function exportConv(node: ConvNode, context: ExportContext): ExportedNode {
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

function exportDense(node: DenseNode, context: ExportContext): ExportedNode {
  const layer = kerasLayer('Dense', node.name, [context.layerOf(node.input)], {
    units: context.graph.weights.get(node.kernel)?.shape[1],
    activation: node.activation,
    use_bias: node.bias !== undefined,
  });
  return {
    layers: [layer],
    weights: exportWeights(node, context, { kernel: node.kernel, bias: node.bias }),
  };
}

function exportBatchNorm(node: BatchNormNode, context: ExportContext): ExportedNode {
  const layer = kerasLayer('BatchNormalization', node.name, [context.layerOf(node.input)], {
    axis: -1,
    momentum: node.momentum,
    epsilon: node.epsilon,
    center: node.beta !== undefined,
    scale: node.gamma !== undefined,
  });
  const names = {
    gamma: node.gamma,
    beta: node.beta,
    moving_mean: node.mean,
    moving_variance: node.variance,
  };
  return { layers: [layer], weights: exportWeights(node, context, names) };
}

function exportPool(node: PoolNode, context: ExportContext): ExportedNode {
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

function exportMerge(node: MergeNode, context: ExportContext): ExportedNode {
  const inputs = nodeInputs(node).map(context.layerOf);
  const merge =
    node.op === 'add'
      ? kerasLayer('Add', node.name, inputs)
      : kerasLayer('Concatenate', node.name, inputs, { axis: -1 });
  if (node.activation === 'linear') return { layers: [merge], weights: [] };
  const activation = kerasLayer('Activation', `${node.name}_activation`, [node.name], {
    activation: node.activation,
  });
  return { layers: [merge, activation], weights: [] };
}

/**
 * The layers and weights that stand for one node.
 * @throws LabError `model-unsupported` naming a node that the format cannot hold
 */
export function layersOfNode(node: GraphNode, context: ExportContext): ExportedNode {
  const plain = (className: string, config: Readonly<Record<string, unknown>> = {}) => ({
    layers: [kerasLayer(className, node.name, nodeInputs(node).map(context.layerOf), config)],
    weights: [],
  });
  switch (node.op) {
    case 'input':
      return plain('InputLayer', {
        batch_input_shape: [null, ...context.graph.inputShape],
        sparse: false,
      });
    case 'conv2d':
    case 'depthwiseConv2d':
      return exportConv(node, context);
    case 'dense':
      return exportDense(node, context);
    case 'batchNorm':
      return exportBatchNorm(node, context);
    case 'affine':
      throw unsupported(node, 'affine layer; export the model before it is optimised');
    case 'activation':
      return plain('Activation', { activation: node.activation });
    case 'softmax':
      return plain('Activation', { activation: 'softmax' });
    case 'maxPool':
    case 'averagePool':
      return exportPool(node, context);
    case 'globalAveragePool':
      return plain('GlobalAveragePooling2D', { data_format: 'channels_last' });
    case 'globalMaxPool':
      return plain('GlobalMaxPooling2D', { data_format: 'channels_last' });
    case 'flatten':
      return plain('Flatten', { data_format: 'channels_last' });
    case 'zeroPad': {
      const pad = zeroPadding(node.name, context.layerOf(node.input), node.padding);
      return { layers: [pad], weights: [] };
    }
    case 'dropout':
      return plain('Dropout', { rate: node.rate });
    case 'add':
    case 'concat':
      return exportMerge(node, context);
    default:
      throw unsupported(node, `layer of the kind ${node.op}`);
  }
}
