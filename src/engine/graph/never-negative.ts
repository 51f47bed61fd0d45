import type { ActivationNode, GraphNode, PointwiseActivation } from './graph.ts';
import { nodeInputs } from './graph.ts';

/** Activations that never give a negative value for one that is not. */
const KEEPS_SIGN: ReadonlySet<PointwiseActivation> = new Set([
  'linear',
  'tanh',
  'hardSwish',
  'silu',
  'gelu',
  'geluTanh',
  'elu',
  'leakyRelu',
]);

function isPositive({ activation, alpha }: ActivationNode): boolean {
  switch (activation) {
    case 'relu':
    case 'relu6':
    case 'sigmoid':
    case 'hardSigmoid':
    case 'softplus':
      return true;
    case 'clip':
      return alpha !== undefined && alpha >= 0;
    default:
      return false;
  }
}

/** Whether no value of a node can be negative, so that padding with zeros never wins a maximum. */
export function isNeverNegative(
  nodeOf: (name: string) => GraphNode | undefined,
  name: string,
): boolean {
  const node = nodeOf(name);
  if (node === undefined || node.op === 'input') return false;
  if (node.op === 'activation') {
    if (isPositive(node)) return true;
    if (!KEEPS_SIGN.has(node.activation)) return false;
  } else if ('activation' in node && node.activation !== 'linear') return true;
  switch (node.op) {
    case 'softmax':
      return true;
    case 'add':
    case 'multiply':
    case 'concat':
    case 'activation':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'flatten':
    case 'transposeFlatten':
    case 'channelShuffle':
    case 'sliceChannels':
    case 'lrn':
    case 'zeroPad':
    case 'dropout':
      return nodeInputs(node).every((input) => isNeverNegative(nodeOf, input));
    default:
      return false;
  }
}
