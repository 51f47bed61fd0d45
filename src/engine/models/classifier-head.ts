import type { GraphBuilder, Value } from './graph-builder.ts';

export interface HeadOptions {
  readonly classes: number;
  /** Side of the map that enters the first dense layer; a larger map is averaged down to it. */
  readonly pooledSide: number;
  /** Units of the hidden dense layers. */
  readonly hidden: readonly number[];
  readonly dropout: number;
  /** AlexNet drops before each hidden layer, VGG after it. */
  readonly dropBefore: boolean;
}

/** Averages a square map down to `side`; the identity where it already has that side. */
function poolTo(b: GraphBuilder, input: Value, side: number): Value {
  const [height = 0] = input.shape;
  if (height === side) return input;
  const stride = height / side;
  if (!Number.isInteger(stride)) {
    throw new RangeError(`a map of ${height} cells cannot be averaged down to ${side} evenly`);
  }
  return b.averagePool(input, 'pool', { kernel: stride, stride, padding: 0 });
}

/** The fully connected end that AlexNet and VGG share: hidden layers with dropout, then logits. */
export function classifierHead(b: GraphBuilder, input: Value, options: HeadOptions): Value {
  const { classes, pooledSide, hidden, dropout, dropBefore } = options;
  let value = b.flatten(poolTo(b, input, pooledSide), 'flatten');
  for (const [index, units] of hidden.entries()) {
    const drop = (from: Value): Value => b.dropout(from, `dropout${index + 1}`, dropout);
    if (dropBefore) value = drop(value);
    value = b.dense(value, `hidden${index + 1}`, { units, activation: 'relu' });
    if (!dropBefore) value = drop(value);
  }
  return b.dense(value, 'logits', { units: classes, deviation: 0.01 });
}
