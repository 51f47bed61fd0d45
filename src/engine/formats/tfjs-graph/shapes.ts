import { integers, unsupportedOperation } from './attributes.ts';
import { constant, elementCount, type GraphValue, type Operands } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

/** Stands for the batch in a shape, whose size is not known before the model runs. */
const BATCH = -1;

export const shapeOf: Translator = (operands) => {
  const value = operands.value(0);
  const sides = value.kind === 'constant' ? value.shape : [BATCH, ...value.shape];
  return [constant([sides.length], sides)];
};

/** Gives a value other sides, the batch left out; the order of its numbers stays. */
function reshaped(
  { operation, ...operands }: Pick<Operands, 'operation'> & { readonly value: GraphValue },
  writer: GraphWriter,
  shape: readonly number[],
): GraphValue {
  const { value } = operands;
  if (value.kind === 'constant') return constant(shape, value.values);
  const sidesOf = (sides: readonly number[]): string => sides.filter((side) => side !== 1).join();
  if (sidesOf(value.shape) === sidesOf(shape) && shape.at(-1) === value.shape.at(-1)) {
    return { ...value, shape };
  }
  if (shape.length === 1) return { ...value, node: writer.vector(value), shape };
  throw unsupportedOperation(
    operation,
    `reshapes [${value.shape.join(', ')}] to [${shape.join(', ')}], which cannot be run`,
  );
}

/** The sides that a target leaves open with −1, from the number of values. */
function completed(operands: Operands, target: readonly number[], count: number): number[] {
  const known = elementCount(target.filter((side) => side !== -1));
  const sides = target.map((side) => (side === -1 ? count / known : side));
  if (elementCount(sides) === count && sides.every(Number.isInteger)) return sides;
  throw unsupportedOperation(
    operands.operation,
    `reshapes ${count} values to [${target.join(', ')}]`,
  );
}

export const reshape: Translator = (operands, writer) => {
  const { operation } = operands;
  const value = operands.value(0);
  const target = operands.integers(1);
  if (value.kind === 'constant') {
    const sides = completed(operands, target, value.values.length);
    return [constant(sides, value.values)];
  }
  const x = operands.tensor(0);
  const [batch, ...sides] = target;
  if (batch !== BATCH && batch !== 1) {
    throw unsupportedOperation(operation, 'mixes the pictures of a batch');
  }
  const shape = completed(operands, sides, elementCount(x.shape));
  return [reshaped({ operation, value: x }, writer, shape)];
};

export const squeeze: Translator = (operands, writer) => {
  const { operation } = operands;
  const value = operands.value(0);
  const full = value.kind === 'constant' ? value.shape : [BATCH, ...value.shape];
  const listed = integers(operation, 'squeeze_dims') ?? [];
  const axes = listed.map((axis) => (axis < 0 ? axis + full.length : axis));
  const kept = full.filter((side, axis) => (axes.length === 0 ? side !== 1 : !axes.includes(axis)));
  const shape = value.kind === 'constant' ? kept : kept.slice(1);
  if (value.kind === 'tensor' && kept[0] !== BATCH) {
    throw unsupportedOperation(operation, 'removes the batch');
  }
  return [reshaped({ operation, value: tensorOrConstant(operands) }, writer, shape)];
};

export const expandDims: Translator = (operands, writer) => {
  const { operation } = operands;
  const value = tensorOrConstant(operands);
  const [axis = 0] = operands.integers(1);
  const full = value.kind === 'constant' ? value.shape : [BATCH, ...value.shape];
  const at = axis < 0 ? axis + full.length + 1 : axis;
  const wider = [...full.slice(0, at), 1, ...full.slice(at)];
  if (value.kind === 'constant') return [constant(wider, value.values)];
  if (at === 0) throw unsupportedOperation(operation, 'adds an axis before the batch');
  return [reshaped({ operation, value }, writer, wider.slice(1))];
};

/** The first input, which is in one piece. */
function tensorOrConstant(operands: Operands): GraphValue {
  const value = operands.value(0);
  return value.kind === 'constant' ? value : operands.tensor(0);
}
