import type { GraphNode } from './graph.ts';
import { nodeInputs } from './graph.ts';

/** Whether no value of a node can be negative, so that padding with zeros never wins a maximum. */
export function isNeverNegative(
  nodeOf: (name: string) => GraphNode | undefined,
  name: string,
): boolean {
  const node = nodeOf(name);
  if (node === undefined || node.op === 'input') return false;
  if ('activation' in node && node.activation !== 'linear') return true;
  switch (node.op) {
    case 'softmax':
      return true;
    case 'add':
    case 'concat':
    case 'activation':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'flatten':
    case 'zeroPad':
    case 'dropout':
      return nodeInputs(node).every((input) => isNeverNegative(nodeOf, input));
    default:
      return false;
  }
}
