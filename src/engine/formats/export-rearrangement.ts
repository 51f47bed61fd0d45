import type {
  ChannelShuffleNode,
  SliceChannelsNode,
  TransposeFlattenNode,
  Weight,
} from '../graph/graph.ts';
import type { ExportContext, ExportedNode } from './export-context.ts';
import { kerasLayer } from './keras-layer.ts';

/** A kernel of zeros and ones that takes one channel for each output. */
function selection(channels: number, taken: readonly number[], image: boolean): Weight {
  const values = new Float32Array(channels * taken.length);
  taken.forEach((channel, output) => {
    values[channel * taken.length + output] = 1;
  });
  const shape = [channels, taken.length];
  return { shape: image ? [1, 1, ...shape] : shape, values };
}

/** Channel of the input that each channel of the output is. */
function channelsTaken(node: ChannelShuffleNode | SliceChannelsNode, channels: number): number[] {
  if (node.op === 'sliceChannels') {
    return Array.from({ length: node.size }, (_, channel) => node.start + channel);
  }
  const width = channels / node.groups;
  return Array.from({ length: channels }, (_, channel) => {
    const group = channel % node.groups;
    return group * width + (channel - group) / node.groups;
  });
}

/** The format has no layer that takes or reorders channels, but 1×1 convolutions and dense layers can. */
export function exportSelection(
  node: ChannelShuffleNode | SliceChannelsNode,
  context: ExportContext,
): ExportedNode {
  const shape = context.shapes.get(node.input) ?? [];
  const channels = shape.at(-1) ?? 0;
  const taken = channelsTaken(node, channels);
  const image = shape.length === 3;
  const common = { activation: 'linear', use_bias: false };
  const input = context.layerOf(node.input);
  const layer = image
    ? kerasLayer('Conv2D', node.name, [input], {
        filters: taken.length,
        kernel_size: [1, 1],
        strides: [1, 1],
        padding: 'valid',
        data_format: 'channels_last',
        dilation_rate: [1, 1],
        ...common,
      })
    : kerasLayer('Dense', node.name, [input], { units: taken.length, ...common });
  const weight = selection(channels, taken, image);
  return { layers: [layer], weights: [{ name: `${node.name}/kernel`, weight }] };
}

/** Flattens in the order channels, rows, columns. */
export function exportTransposeFlatten(
  node: TransposeFlattenNode,
  context: ExportContext,
): ExportedNode {
  const permuted = `${node.name}_permuted`;
  return {
    layers: [
      kerasLayer('Permute', permuted, [context.layerOf(node.input)], { dims: [3, 1, 2] }),
      kerasLayer('Flatten', node.name, [permuted], { data_format: 'channels_last' }),
    ],
    weights: [],
  };
}
