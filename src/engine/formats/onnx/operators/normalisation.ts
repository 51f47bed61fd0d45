import {
  flagAttribute,
  floatAttribute,
  integerAttribute,
  integersAttribute,
} from '../attributes.ts';
import { unsupportedNode, wrongNode } from '../faults.ts';
import type { Feature } from '../values/value.ts';
import { sameSide, sideSize } from '../values/view.ts';
import { channelsOf } from './affine.ts';
import { flattened, imageInput, placed } from './layout.ts';
import type { OperatorContext } from './operator.ts';
import { constantInput, featureInput, frontAxis, operator, optionalConstant } from './operator.ts';
import { placesAlong } from './per-channel.ts';

/** The input of a batch norm with its channels, ONNX's second axis, last in the graph's value. */
function channelsLast(context: OperatorContext): Feature {
  const given = featureInput(context);
  if (given.axes.length === 1) return flattened(context, given);
  const { feature } = placed(context, given);
  if (sameSide(feature.memory.at(-1) ?? [], feature.axes[0] ?? [])) return feature;
  throw unsupportedNode(context.node, 'normalises an axis that does not hold the channels');
}

export const batchNorm = operator(
  ['epsilon', 'momentum', 'spatial', 'training_mode', 'is_test', 'consumed_inputs'],
  (context) => {
    const { node, graph } = context;
    if (!flagAttribute(node, 'spatial', true)) {
      throw unsupportedNode(node, 'normalises every place on its own ("spatial" is 0)');
    }
    if (flagAttribute(node, 'training_mode')) {
      throw unsupportedNode(node, 'is in training mode; export the model for evaluation');
    }
    const feature = channelsLast(context);
    const order = placesAlong(feature, 0);
    const weight = (index: number, own: string): string => {
      const { values } = constantInput(context, index);
      if (values.length !== order.length) {
        throw wrongNode(node, `has ${values.length} numbers for ${order.length} channels`);
      }
      const numbers = Float32Array.from(order, (place) => values[place] ?? NaN);
      return graph.addWeight(node.name, own, [numbers.length], numbers);
    };
    const made = graph.add(node.name, {
      op: 'batchNorm',
      input: feature.node,
      gamma: weight(1, 'gamma'),
      beta: weight(2, 'beta'),
      mean: weight(3, 'moving_mean'),
      variance: weight(4, 'moving_variance'),
      epsilon: floatAttribute(node, 'epsilon', 1e-5),
      momentum: floatAttribute(node, 'momentum', 0.9),
    });
    return { ...feature, node: made };
  },
);

/** Layer norm over the channels of each cell, or over all features of a vector. */
export const layerNorm = operator(['axis', 'axes', 'epsilon', 'stash_type'], (context) => {
  const { node, graph } = context;
  const given = featureInput(context);
  const rank = given.axes.length + 1;
  const from = frontAxis(node, integerAttribute(node, 'axis', -1), rank);
  const axes =
    integersAttribute(node, 'axes')?.map((axis) => frontAxis(node, axis, rank)) ??
    Array.from({ length: rank - from }, (_, index) => from + index);
  const feature = given.axes.length === 1 ? flattened(context, given) : given;
  const normalised = axes.flatMap((axis) => feature.axes[axis - 1] ?? []);
  const channels = feature.memory.at(-1) ?? [];
  const fits =
    !axes.includes(0) &&
    normalised.length === channels.length &&
    channels.every((factor) => normalised.includes(factor));
  if (!fits) {
    throw unsupportedNode(
      node,
      `normalises the axes [${axes.join(', ')}]; only the channels alone can be`,
    );
  }
  const weight = (index: number, own: string): Record<string, string> => {
    const constant = optionalConstant(context, index);
    if (constant === undefined) return {};
    const { numbers } = channelsOf(context, feature, constant);
    return { [own]: graph.addWeight(node.name, own, [sideSize(channels)], numbers) };
  };
  const made = graph.add(node.name, {
    op: 'layerNorm',
    input: feature.node,
    ...weight(1, 'gamma'),
    ...weight(2, 'beta'),
    epsilon: floatAttribute(node, 'epsilon', 1e-5),
  });
  return { ...feature, node: made };
});

/** ONNX divides alpha by the number of channels that are summed; the graph does not. */
export const localResponseNorm = operator(['alpha', 'beta', 'bias', 'size'], (context) => {
  const { node, graph } = context;
  const feature = imageInput(context);
  const size = integerAttribute(node, 'size', 0);
  if (size < 1 || size % 2 === 0) throw unsupportedNode(node, `sums over ${size} channels`);
  const made = graph.add(node.name, {
    op: 'lrn',
    input: feature.node,
    depthRadius: (size - 1) / 2,
    bias: floatAttribute(node, 'bias', 1),
    alpha: floatAttribute(node, 'alpha', 1e-4) / size,
    beta: floatAttribute(node, 'beta', 0.75),
  });
  return { ...feature, node: made };
});

/** Softmax, or its logarithm, over all classes. */
export function softmax(op: 'softmax' | 'logSoftmax') {
  return operator(['axis'], (context) => {
    const { node, graph, opset } = context;
    const feature = featureInput(context);
    const rank = feature.axes.length + 1;
    const axis = frontAxis(node, integerAttribute(node, 'axis', opset < 13 ? 1 : -1), rank);
    const others = feature.axes.filter((_, index) => index + 1 !== axis);
    if (axis === 0 || others.some((side) => sideSize(side) > 1)) {
      throw unsupportedNode(node, `goes over axis ${axis}, which does not hold all classes`);
    }
    const input = flattened(context, feature);
    return { ...input, node: graph.add(node.name, { op, input: input.node }) };
  });
}
