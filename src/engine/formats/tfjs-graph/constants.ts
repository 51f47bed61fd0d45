import { unsupportedOperation } from './attributes.ts';
import { constant, type ConstantValue, type GraphValue, type Operands } from './graph-value.ts';
import type { Translator } from './translator.ts';

type Combine = (a: number, b: number) => number;

const COMBINE: Readonly<Record<string, Combine>> = {
  Add: (a, b) => a + b,
  AddV2: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  RealDiv: (a, b) => a / b,
  Div: (a, b) => a / b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Maximum: Math.max,
  Minimum: Math.min,
  Pow: (a, b) => a ** b,
};

/** Of two constants of one shape, or one of which is a single number. */
export function combineConstants(
  { operation }: Operands,
  a: ConstantValue,
  b: ConstantValue,
): ConstantValue {
  const combine = COMBINE[operation.op];
  const [small, large] = a.values.length < b.values.length ? [a, b] : [b, a];
  const repeats = small.values.length === 1 || small.values.length === large.values.length;
  if (combine === undefined || !repeats) {
    throw unsupportedOperation(operation, 'combines constants of different shapes');
  }
  const at = (value: ConstantValue, index: number): number =>
    value.values[value.values.length === 1 ? 0 : index] ?? NaN;
  const values = Array.from({ length: large.values.length }, (_, i) => combine(at(a, i), at(b, i)));
  return constant(large.shape.length >= small.shape.length ? large.shape : small.shape, values);
}

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  Rsqrt: (value) => 1 / Math.sqrt(value),
  Sqrt: Math.sqrt,
  Square: (value) => value * value,
  Neg: (value) => -value,
  Reciprocal: (value) => 1 / value,
};

/** Names of the functions that are only known for constants. */
export const constantFunctions: readonly string[] = Object.keys(FUNCTIONS);

export const constantFunction: Translator = (operands): readonly GraphValue[] => {
  const { shape, values } = operands.constant(0);
  const apply = FUNCTIONS[operands.operation.op] ?? ((value: number) => value);
  return [constant(shape, Array.from(values, apply))];
};

/** Numbers joined into a vector. */
export const pack: Translator = (operands) => {
  const parts = operands.values.map((_, index) => operands.constant(index));
  if (parts.some(({ values }) => values.length !== 1)) {
    throw unsupportedOperation(operands.operation, 'stacks more than single numbers');
  }
  return [
    constant(
      [parts.length],
      parts.map(({ values }) => values[0] ?? NaN),
    ),
  ];
};

export const product: Translator = (operands) => {
  const values = operands.integers(0);
  return [constant([], [values.reduce((total, value) => total * value, 1)])];
};

/** Entries of a vector by their places. */
export const gather: Translator = (operands) => {
  const values = operands.integers(0);
  const places = operands.constant(1);
  const picked = Array.from(places.values, (place) => values.at(place) ?? NaN);
  return [constant(places.shape, picked)];
};
