import { unsupportedOperation } from './attributes.ts';
import { combineConstants } from './constants.ts';
import {
  type ConstantValue,
  elementCount,
  type GraphValue,
  type Operands,
  type TensorValue,
} from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

/** A constant as one number each channel. */
function perChannel(
  { operation }: Operands,
  { shape, values }: ConstantValue,
  x: TensorValue,
): number[] {
  const channels = x.shape.at(-1) ?? 0;
  const all = Array.from(values);
  if (elementCount(shape) === 1) return Array.from({ length: channels }, () => all[0] ?? NaN);
  if (all.length === channels && shape.at(-1) === channels) return all;
  throw unsupportedOperation(
    operation,
    `joins [${shape.join(', ')}] to [${x.shape.join(', ')}]; only one number each channel can be run`,
  );
}

function addAffine(
  { operation }: Operands,
  writer: GraphWriter,
  x: TensorValue,
  scale: readonly number[],
  shift: readonly number[],
  name = operation.name,
): TensorValue {
  const node = {
    op: 'affine',
    name,
    input: x.node,
    scale: writer.weight(`${name}/scale`, [scale.length], scale),
    shift: writer.weight(`${name}/shift`, [shift.length], shift),
    activation: 'linear',
  } as const;
  return { ...x, node: writer.add(node).node };
}

/** x and c joined by an operation, as scale · x + shift. */
function withConstant(
  operands: Operands,
  writer: GraphWriter,
  x: TensorValue,
  c: ConstantValue,
  constantFirst: boolean,
): TensorValue {
  const { operation } = operands;
  const numbers = perChannel(operands, c, x);
  const ones = numbers.map(() => 1);
  const zeros = numbers.map(() => 0);
  const affine = (scale: readonly number[], shift: readonly number[]): TensorValue =>
    addAffine(operands, writer, x, scale, shift);
  switch (operation.op) {
    case 'Add':
    case 'AddV2':
      return affine(ones, numbers);
    case 'Mul':
      return affine(numbers, zeros);
    case 'Sub':
      if (constantFirst)
        return affine(
          ones.map((one) => -one),
          numbers,
        );
      return affine(
        ones,
        numbers.map((value) => -value),
      );
    case 'RealDiv':
    case 'Div':
      if (!constantFirst)
        return affine(
          numbers.map((value) => 1 / value),
          zeros,
        );
  }
  return clipped(operands, writer, x, numbers);
}

/** Maximum or minimum with one number. */
function clipped(
  { operation }: Operands,
  writer: GraphWriter,
  x: TensorValue,
  numbers: readonly number[],
): TensorValue {
  const [bound = NaN] = numbers;
  const least = operation.op === 'Maximum';
  if ((!least && operation.op !== 'Minimum') || numbers.some((value) => value !== bound)) {
    throw unsupportedOperation(operation, 'cannot be run with this constant');
  }
  const { name } = operation;
  const activation =
    least && bound === 0
      ? ({ activation: 'relu' } as const)
      : ({ activation: 'clip', ...(least ? { alpha: bound } : { beta: bound }) } as const);
  return { ...x, node: writer.add({ op: 'activation', name, input: x.node, ...activation }).node };
}

function broadcast(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const fits =
    a.length === b.length &&
    a.every((side, axis) => side === b[axis] || side === 1 || b[axis] === 1);
  return fits ? a.map((side, axis) => Math.max(side, b[axis] ?? 1)) : undefined;
}

function joined(
  operands: Operands,
  writer: GraphWriter,
  a: TensorValue,
  b: TensorValue,
): TensorValue {
  const { operation } = operands;
  const shape = broadcast(a.shape, b.shape);
  const op = operation.op === 'Mul' ? 'multiply' : 'add';
  if (shape === undefined || !['Add', 'AddV2', 'Sub', 'Mul'].includes(operation.op)) {
    throw unsupportedOperation(
      operation,
      `cannot be run on [${a.shape.join(', ')}] and [${b.shape.join(', ')}]`,
    );
  }
  const minus = (): TensorValue => {
    const channels = b.shape.at(-1) ?? 0;
    const scale = Array.from({ length: channels }, () => -1);
    const shift = scale.map(() => 0);
    return addAffine(operands, writer, b, scale, shift, `${operation.name}:minus`);
  };
  const second = operation.op === 'Sub' ? minus() : b;
  const inputs = [a.node, second.node];
  return writer.add({ op, name: operation.name, inputs, activation: 'linear' }, shape);
}

/** Sums, products and the like of two values, constant or not. */
export const binary: Translator = (operands, writer): readonly GraphValue[] => {
  const [a, b] = [operands.value(0), operands.value(1)];
  if (a.kind === 'constant' && b.kind === 'constant') return [combineConstants(operands, a, b)];
  if (a.kind === 'constant') return [withConstant(operands, writer, operands.tensor(1), a, true)];
  if (b.kind === 'constant') return [withConstant(operands, writer, operands.tensor(0), b, false)];
  return [joined(operands, writer, operands.tensor(0), operands.tensor(1))];
};

export const addN: Translator = (operands, writer) => {
  const tensors = operands.values.map((_, index) => operands.tensor(index));
  const [first] = tensors;
  if (first === undefined || tensors.some(({ shape }) => shape.join() !== first.shape.join())) {
    throw unsupportedOperation(operands.operation, 'adds values of different shapes');
  }
  const inputs = tensors.map(({ node }) => node);
  const node = { op: 'add', name: operands.operation.name, inputs, activation: 'linear' } as const;
  return [writer.add(node, first.shape)];
};
