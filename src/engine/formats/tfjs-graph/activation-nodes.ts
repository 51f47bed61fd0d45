import type { ActivationNode } from '../../graph/graph.ts';
import { float } from './attributes.ts';
import type { OperationNode } from './graph-def.ts';

type Pointwise = Pick<ActivationNode, 'activation' | 'alpha' | 'beta'>;

const PLAIN: ReadonlyMap<string, Pointwise> = new Map<string, Pointwise>([
  ['Relu', { activation: 'relu' }],
  ['Relu6', { activation: 'relu6' }],
  ['Sigmoid', { activation: 'sigmoid' }],
  ['Tanh', { activation: 'tanh' }],
  ['Elu', { activation: 'elu', alpha: 1 }],
  ['Softplus', { activation: 'softplus' }],
]);

/** Slope below zero that LeakyRelu has where its attribute is left out. */
const DEFAULT_SLOPE = 0.2;

/** Names of the operations that apply a function to each value. */
export const pointwiseOperations: readonly string[] = [...PLAIN.keys(), 'LeakyRelu'];

/**
 * What an operation, or an activation fused into one, does to each value.
 * @param kind name of the activation's own operation
 */
export function pointwise(kind: string, operation: OperationNode): Pointwise | undefined {
  if (kind !== 'LeakyRelu') return PLAIN.get(kind);
  const alpha = float(operation, operation.op === 'LeakyRelu' ? 'alpha' : 'leakyrelu_alpha');
  return { activation: 'leakyRelu', alpha: alpha ?? DEFAULT_SLOPE };
}
