import type {
  AffineNode,
  BatchNormNode,
  DenseNode,
  GlobalPoolNode,
  GraphNode,
  LayerNormNode,
} from '../graph/graph.ts';
import { nodeInputs } from '../graph/graph.ts';
import { activationLayers } from './export-activation.ts';
import type { ExportContext, ExportedNode } from './export-context.ts';
import { exportWeights, unsupported, vectorOf } from './export-context.ts';
import { exportMerge } from './export-merge.ts';
import { exportSelection, exportTransposeFlatten } from './export-rearrangement.ts';
import { exportConv, exportPool, zeroPadding } from './export-windows.ts';
import { kerasLayer } from './keras-layer.ts';

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

/** A batch norm of mean 0 and variance 1, which is what the format has for x · scale + shift. */
function exportAffine(node: AffineNode, context: ExportContext): ExportedNode {
  const layer = kerasLayer('BatchNormalization', node.name, [context.layerOf(node.input)], {
    axis: -1,
    momentum: 0.99,
    epsilon: 0,
    center: true,
    scale: true,
  });
  const own = exportWeights(node, context, { gamma: node.scale, beta: node.shift });
  const channels = context.shapes.get(node.input)?.at(-1) ?? 0;
  const constant = (key: string, value: number) => ({
    name: `${node.name}/${key}`,
    weight: vectorOf(Array.from({ length: channels }, () => value)),
  });
  const weights = [...own, constant('moving_mean', 0), constant('moving_variance', 1)];
  if (node.activation === 'linear') return { layers: [layer], weights };
  const activation = kerasLayer('Activation', `${node.name}_activation`, [node.name], {
    activation: node.activation,
  });
  return { layers: [layer, activation], weights };
}

function exportLayerNorm(node: LayerNormNode, context: ExportContext): ExportedNode {
  const layer = kerasLayer('LayerNormalization', node.name, [context.layerOf(node.input)], {
    axis: -1,
    epsilon: node.epsilon,
    center: node.beta !== undefined,
    scale: node.gamma !== undefined,
  });
  const weights = exportWeights(node, context, { gamma: node.gamma, beta: node.beta });
  return { layers: [layer], weights };
}

function exportGlobalPool(node: GlobalPoolNode, context: ExportContext): ExportedNode {
  const className =
    node.op === 'globalAveragePool' ? 'GlobalAveragePooling2D' : 'GlobalMaxPooling2D';
  const keeps = node.keepDims === true;
  const name = keeps ? `${node.name}_pool` : node.name;
  const pool = kerasLayer(className, name, [context.layerOf(node.input)], {
    data_format: 'channels_last',
  });
  if (!keeps) return { layers: [pool], weights: [] };
  const target_shape = context.shapes.get(node.name);
  return {
    layers: [pool, kerasLayer('Reshape', node.name, [name], { target_shape })],
    weights: [],
  };
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
      return exportAffine(node, context);
    case 'layerNorm':
      return exportLayerNorm(node, context);
    case 'activation':
      return { layers: activationLayers(node, context), weights: [] };
    case 'softmax':
      return plain('Activation', { activation: 'softmax' });
    case 'logSoftmax':
      return plain('Activation', { activation: 'log_softmax' });
    case 'maxPool':
    case 'averagePool':
      return exportPool(node, context);
    case 'globalAveragePool':
    case 'globalMaxPool':
      return exportGlobalPool(node, context);
    case 'flatten':
      return plain('Flatten', { data_format: 'channels_last' });
    case 'transposeFlatten':
      return exportTransposeFlatten(node, context);
    case 'channelShuffle':
    case 'sliceChannels':
      return exportSelection(node, context);
    case 'zeroPad': {
      const pad = zeroPadding(node.name, context.layerOf(node.input), node.padding);
      return { layers: [pad], weights: [] };
    }
    case 'dropout':
      return plain('Dropout', { rate: node.rate });
    case 'add':
    case 'multiply':
    case 'concat':
      return exportMerge(node, context);
    case 'lrn':
      throw unsupported(node, 'local response normalisation');
  }
}
