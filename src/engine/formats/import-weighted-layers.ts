import { z } from '../../protocol/zod.ts';
import { isFusable, type Activation, type GraphNode, type Pair } from '../graph/graph.ts';
import { activationKind } from './import-activation-layers.ts';
import {
  biasOf,
  type ImportContext,
  type Importer,
  onlyInput,
  STEP_MARK,
  weightName,
} from './import-context.ts';
import {
  axisSchema,
  checkDataFormat,
  field,
  flag,
  type LayerReading,
  paddingSchema,
  pairSchema,
  unsupported,
} from './layer-config.ts';

/** A layer's own node and, where it cannot carry the layer's activation itself, one more for that. */
function withActivation(
  context: ImportContext,
  make: (name: string, activation: Activation) => GraphNode,
): readonly GraphNode[] {
  const { layer } = context;
  const kind = activationKind(context);
  if (kind.op === 'activation' && isFusable(kind.activation)) {
    return [make(layer.name, kind.activation)];
  }
  const inner = `${layer.name}${STEP_MARK}logits`;
  return [make(inner, 'linear'), { ...kind, name: layer.name, input: inner }];
}

function window(layer: LayerReading): {
  strides: Pair;
  dilations: Pair;
  padding: 'same' | 'valid';
} {
  checkDataFormat(layer);
  return {
    strides: field(layer, 'strides', pairSchema.default([1, 1])),
    dilations: field(layer, 'dilation_rate', pairSchema.default([1, 1])),
    padding: field(layer, 'padding', paddingSchema.default('valid')),
  };
}

export const conv: Importer = (context) => {
  const { layer } = context;
  const depthwise = layer.className === 'DepthwiseConv2D';
  return withActivation(context, (name, activation) => ({
    op: depthwise ? 'depthwiseConv2d' : 'conv2d',
    name,
    input: onlyInput(context),
    filter: depthwise
      ? weightName(context, 'depthwise_kernel', 'kernel')
      : weightName(context, 'kernel'),
    ...biasOf(context),
    ...window(layer),
    activation,
    groups: depthwise ? 1 : field(layer, 'groups', z.int().min(1).default(1)),
  }));
};

export const separableConv: Importer = (context) => {
  const { layer } = context;
  const inner = `${layer.name}${STEP_MARK}depthwise`;
  const depthwise: GraphNode = {
    op: 'depthwiseConv2d',
    name: inner,
    input: onlyInput(context),
    filter: weightName(context, 'depthwise_kernel'),
    ...window(layer),
    activation: 'linear',
    groups: 1,
  };
  const pointwise = withActivation(context, (name, activation) => ({
    op: 'conv2d',
    name,
    input: inner,
    filter: weightName(context, 'pointwise_kernel'),
    ...biasOf(context),
    strides: [1, 1],
    dilations: [1, 1],
    padding: 'valid',
    activation,
    groups: 1,
  }));
  return [depthwise, ...pointwise];
};

export const dense: Importer = (context) =>
  withActivation(context, (name, activation) => ({
    op: 'dense',
    name,
    input: onlyInput(context),
    kernel: weightName(context, 'kernel'),
    ...biasOf(context),
    activation,
  }));

export const batchNorm: Importer = (context) => {
  const { layer } = context;
  const input = onlyInput(context);
  const axis = field(layer, 'axis', axisSchema.default(-1));
  if (axis !== -1 && axis !== context.shapeOf(input).length) {
    throw unsupported(layer, 'normalises an axis that is not the last one');
  }
  return [
    {
      op: 'batchNorm',
      name: layer.name,
      input,
      ...(field(layer, 'scale', flag(true)) ? { gamma: weightName(context, 'gamma') } : {}),
      ...(field(layer, 'center', flag(true)) ? { beta: weightName(context, 'beta') } : {}),
      mean: weightName(context, 'moving_mean'),
      variance: weightName(context, 'moving_variance'),
      epsilon: field(layer, 'epsilon', z.number().min(0).default(1e-3)),
      momentum: field(layer, 'momentum', z.number().min(0).max(1).default(0.99)),
    },
  ];
};
