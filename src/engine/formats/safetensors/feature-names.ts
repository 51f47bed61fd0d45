import type { StandardNetwork } from '../../models/standard-networks.ts';

type Sequential = Extract<StandardNetwork, { family: 'vgg' | 'alexnet' | 'squeezenet' }>;

/** Names of our layers in the families that number the steps of `features` and `classifier`. */
export function featureNames(
  network: Sequential,
): ReadonlyMap<string, readonly [string, ...string[]]> {
  switch (network.family) {
    case 'vgg':
      return vggNames(network.options);
    case 'alexnet':
      return alexnetNames(network.options);
    case 'squeezenet':
      return squeezenetNames(network.options);
  }
}

type Options<Family> = Extract<StandardNetwork, { family: Family }>['options'];
type Names = Map<string, readonly [string, ...string[]]>;

/** A convolution, its batch norm where there is one, and its ReLU are one step each; so is a pooling. */
function vggNames({ stages, batchNorm, hidden }: Options<'vgg'>): Names {
  const names: Names = new Map();
  let step = 0;
  for (const [stage, widths] of stages.entries()) {
    for (const index of widths.keys()) {
      const layer = `stage${stage + 1}_conv${index + 1}`;
      names.set(layer, [`features.${step}`]);
      if (batchNorm) names.set(`${layer}_bn`, [`features.${step + 1}`]);
      step += batchNorm ? 3 : 2;
    }
    step += 1;
  }
  // Linear, ReLU, dropout; the hidden layers of timm come before its classifier.
  for (const index of hidden.keys()) {
    names.set(`hidden${index + 1}`, [`classifier.${index * 3}`, `pre_logits.fc${index + 1}`]);
  }
  names.set('logits', [`classifier.${hidden.length * 3}`, 'head.fc']);
  return names;
}

function alexnetNames({ convolutions, hidden }: Options<'alexnet'>): Names {
  const names: Names = new Map();
  let step = 0;
  for (const [index, { pool }] of convolutions.entries()) {
    names.set(`conv${index + 1}`, [`features.${step}`]);
    step += pool ? 3 : 2;
  }
  // Dropout, linear, ReLU.
  for (const index of hidden.keys()) {
    names.set(`hidden${index + 1}`, [`classifier.${index * 3 + 1}`]);
  }
  names.set('logits', [`classifier.${hidden.length * 3}`]);
  return names;
}

function squeezenetNames({ stages }: Options<'squeezenet'>): Names {
  const names: Names = new Map([
    ['stem', ['features.0']],
    ['scores', ['classifier.1']],
  ]);
  let step = 2;
  for (const [stage, fires] of stages.entries()) {
    step += 1;
    for (const index of fires.keys()) {
      const layer = `stage${stage + 1}_fire${index + 1}`;
      names.set(`${layer}_squeeze`, [`features.${step}.squeeze`]);
      names.set(`${layer}_expand1`, [`features.${step}.expand1x1`]);
      names.set(`${layer}_expand3`, [`features.${step}.expand3x3`]);
      step += 1;
    }
  }
  return names;
}
