import { checkLayout, flag, float, unsupportedOperation } from './attributes.ts';
import { constant, type ConstantValue, type TensorValue } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

/** Share of the running statistics kept in a training step; graph models do not say theirs. */
const MOMENTUM = 0.99;
/** Of FusedBatchNorm where the attribute is left out. */
const DEFAULT_EPSILON = 1e-4;

/** @param parts scale, offset, mean and variance */
export function addBatchNorm(
  writer: GraphWriter,
  value: TensorValue,
  parts: readonly ConstantValue[],
  epsilon: number,
  name: string,
): TensorValue {
  const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(
    (own, index) => {
      const part = parts[index] ?? constant([0], []);
      return writer.weight(`${name}/${own}`, part.shape, part.values);
    },
  );
  if (mean === undefined || variance === undefined) throw new RangeError('no statistics');
  const node = {
    op: 'batchNorm',
    name,
    input: value.node,
    ...(gamma === undefined ? {} : { gamma }),
    ...(beta === undefined ? {} : { beta }),
    mean,
    variance,
    epsilon,
    momentum: MOMENTUM,
  } as const;
  return { ...value, node: writer.add(node).node };
}

export const batchNorm: Translator = (operands, writer) => {
  const { operation } = operands;
  checkLayout(operation);
  if (flag(operation, 'is_training')) {
    throw unsupportedOperation(operation, 'is in training mode; freeze the model first');
  }
  const parts = [1, 2, 3, 4].map((index) => operands.constant(index));
  const epsilon = float(operation, 'epsilon') ?? DEFAULT_EPSILON;
  return [addBatchNorm(writer, operands.tensor(0), parts, epsilon, operation.name)];
};
