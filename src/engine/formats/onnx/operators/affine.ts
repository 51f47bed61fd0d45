import { unsupportedNode } from '../faults.ts';
import type { Constant } from '../values/constant.ts';
import type { Feature } from '../values/value.ts';
import { flattened } from './layout.ts';
import type { OperatorContext } from './operator.ts';
import { perChannel } from './per-channel.ts';

export interface Channels {
  readonly feature: Feature;
  readonly numbers: Float32Array;
}

/**
 * A constant's numbers beside the channels, or features, of a value.
 * @throws LabError `model-unsupported` where the constant differs between places of the image
 */
export function channelsOf(
  context: OperatorContext,
  feature: Feature,
  constant: Constant,
): Channels {
  const numbers = perChannel(context, feature, constant);
  if (numbers !== undefined) return { feature, numbers };
  if (feature.axes.length === 1) {
    const flat = flattened(context, feature);
    const own = perChannel(context, flat, constant);
    if (own !== undefined) return { feature: flat, numbers: own };
  }
  throw unsupportedNode(
    context.node,
    `combines an image with a constant of shape [${constant.shape.join(', ')}], which is not one number a channel`,
  );
}

/** x · scale + shift, one number each or one a channel. */
export function affine(
  { node, graph }: OperatorContext,
  feature: Feature,
  numbers: { readonly scale?: Float32Array | number; readonly shift?: Float32Array | number },
  step?: string,
): Feature {
  const channels = graph.shapeOf(feature.node).at(-1) ?? 1;
  const name = step === undefined ? node.name : `${node.name}:${step}`;
  const weight = (own: string, given: Float32Array | number): string => {
    const values = typeof given === 'number' ? new Float32Array(channels).fill(given) : given;
    return graph.addWeight(name, own, [channels], values);
  };
  const made = graph.add(name, {
    op: 'affine',
    input: feature.node,
    scale: weight('scale', numbers.scale ?? 1),
    shift: weight('offset', numbers.shift ?? 0),
    activation: 'linear',
  });
  return { ...feature, node: made };
}

/**
 * Adds numbers to a value, in the layer before it where that is linear and still lacks a bias.
 */
export function addChannels(context: OperatorContext, { feature, numbers }: Channels): Feature {
  const { graph } = context;
  const source = graph.nodeOf(feature.node);
  if (source === undefined || !graph.isOnlyReader(feature)) {
    return affine(context, feature, { shift: numbers });
  }
  const bias = (): string => graph.addWeight(source.name, 'bias', [numbers.length], numbers);
  if (source.op === 'layerNorm' && source.gamma !== undefined && source.beta === undefined) {
    graph.amend({
      ...source,
      beta: graph.addWeight(source.name, 'beta', [numbers.length], numbers),
    });
    return feature;
  }
  const layer = source.op === 'dense' || source.op === 'conv2d' || source.op === 'depthwiseConv2d';
  if (layer && source.bias === undefined && source.activation === 'linear') {
    graph.amend({ ...source, bias: bias() });
    return feature;
  }
  return affine(context, feature, { shift: numbers });
}

/** Multiplies a value, in the layer norm before it where that still lacks a factor. */
export function scaleChannels(context: OperatorContext, { feature, numbers }: Channels): Feature {
  const { graph } = context;
  const source = graph.nodeOf(feature.node);
  const takes =
    source?.op === 'layerNorm' && source.gamma === undefined && source.beta === undefined;
  if (!takes || !graph.isOnlyReader(feature)) return affine(context, feature, { scale: numbers });
  const gamma = graph.addWeight(source.name, 'gamma', [numbers.length], numbers);
  graph.amend({ ...source, gamma });
  return feature;
}
