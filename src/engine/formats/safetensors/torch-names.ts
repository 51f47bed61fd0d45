import type { StandardNetwork } from '../../models/standard-networks.ts';
import { featureNames } from './feature-names.ts';
import type { TorchTensor } from './torch-tensor.ts';

/** Names of a layer in PyTorch, the usual one first. */
type LayerNames = readonly [string, ...string[]];

/** Our weight of a layer, and PyTorch's. */
const OWN_TO_TORCH: Readonly<Record<string, string>> = {
  kernel: 'weight',
  bias: 'bias',
  gamma: 'weight',
  beta: 'bias',
  moving_mean: 'running_mean',
  moving_variance: 'running_var',
};

function resnetLayer(layer: string): LayerNames {
  if (layer === 'stem') return ['conv1'];
  if (layer === 'stem_bn') return ['bn1'];
  if (layer === 'logits') return ['fc'];
  const [, stage = '', block = '', part = ''] = /^stage(\d+)_block(\d+)_(.+)$/.exec(layer) ?? [];
  const inside = part
    .replace(/^shortcut$/, 'downsample.0')
    .replace(/^shortcut_bn$/, 'downsample.1')
    .replace(/^conv(\d)_bn$/, 'bn$1');
  return [`layer${stage}.${Number(block) - 1}.${inside}`];
}

function densenetLayer(layer: string): LayerNames {
  if (layer === 'stem') return ['features.conv0'];
  if (layer === 'stem_bn') return ['features.norm0'];
  if (layer === 'last_bn') return ['features.norm5'];
  if (layer === 'logits') return ['classifier'];
  const transition = /^transition(\d+)_(conv|bn)$/.exec(layer);
  if (transition !== null) {
    const [, at = '', part = ''] = transition;
    return [`features.transition${at}.${part === 'bn' ? 'norm' : part}`];
  }
  const [, block = '', at = '', part = ''] = /^block(\d+)_layer(\d+)_(.+)$/.exec(layer) ?? [];
  const inside = part.replace(/^(\d)_bn$/, 'norm$1');
  const path = `features.denseblock${block}.denselayer${at}`;
  // Before torchvision 0.4 the number was a level of its own: norm.1 for norm1.
  return [`${path}.${inside}`, `${path}.${inside.replace(/(\d)$/, '.$1')}`];
}

function layerNames(network: StandardNetwork, layer: string): LayerNames {
  switch (network.family) {
    case 'resnet':
      return resnetLayer(layer);
    case 'densenet':
      return densenetLayer(layer);
    default: {
      const names = featureNames(network).get(layer);
      if (names === undefined) throw new RangeError(`no PyTorch name for layer "${layer}"`);
      return names;
    }
  }
}

function flattenedMap(network: StandardNetwork): readonly [number, number, number] | undefined {
  if (network.family === 'vgg') {
    const { pooledSide, stages } = network.options;
    return [pooledSide, pooledSide, stages.at(-1)?.at(-1) ?? 0];
  }
  if (network.family === 'alexnet') {
    const { pooledSide, convolutions } = network.options;
    return [pooledSide, pooledSide, convolutions.at(-1)?.filters ?? 0];
  }
  return undefined;
}

/**
 * PyTorch's tensor for one of our weights.
 * @param weight name of a weight of the network's architecture
 * @param axes how many axes it has
 */
export function torchTensor(network: StandardNetwork, weight: string, axes: number): TorchTensor {
  const slash = weight.lastIndexOf('/');
  const layer = weight.slice(0, slash);
  const own = OWN_TO_TORCH[weight.slice(slash + 1)] ?? '';
  const [first, ...others] = layerNames(network, layer);
  const map = axes === 2 && layer === 'hidden1' ? flattenedMap(network) : undefined;
  const plain = { kind: axes === 1 ? 'vector' : axes === 2 ? 'linear' : 'convolution' } as const;
  return {
    key: `${first}.${own}`,
    aliases: others.map((name) => `${name}.${own}`),
    layout: map === undefined ? plain : { kind: 'afterFlatten', map },
  };
}
