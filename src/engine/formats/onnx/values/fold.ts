import { unsupportedNode, wrongNode } from '../faults.ts';
import { integerAttribute, integersAttribute } from '../attributes.ts';
import type { NodeMessage } from '../wire/messages.ts';
import type { Constant } from './constant.ts';
import { constantOf, elementCount, integers } from './constant.ts';
import { gathered, joined, sliced, transposed } from './rearrange.ts';

/** Computes a node whose inputs are all constant. */
type Fold = (node: NodeMessage, inputs: readonly Constant[]) => Constant;

/** Most values that arithmetic on constants may give; shapes and scales have few. */
const MOST_VALUES = 2 ** 27;

function broadcastShape(node: NodeMessage, a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const shape = Array.from({ length: rank }, (_, axis) => {
    const own = a[axis - rank + a.length] ?? 1;
    const other = b[axis - rank + b.length] ?? 1;
    if (own !== other && own !== 1 && other !== 1) {
      throw wrongNode(node, `combines [${a.join(', ')}] and [${b.join(', ')}]`);
    }
    return own === 1 ? other : own;
  });
  if (elementCount(shape) > MOST_VALUES) throw unsupportedNode(node, 'makes too large a constant');
  return shape;
}

/** Index into a constant for each place of a larger shape. */
function spread(constant: Constant, shape: readonly number[]): (place: number) => number {
  const { shape: own } = constant;
  const strides = shape.map((_, axis) => {
    const at = axis - shape.length + own.length;
    return at < 0 || own[at] === 1 ? 0 : elementCount(own.slice(at + 1));
  });
  return (place) => {
    let rest = place;
    let index = 0;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const side = shape[axis] ?? 1;
      index += (rest % side) * (strides[axis] ?? 0);
      rest = Math.floor(rest / side);
    }
    return constant.values[index] ?? NaN;
  };
}

function binary(combine: (a: number, b: number, integer: boolean) => number): Fold {
  return (node, [a, b]) => {
    if (a === undefined || b === undefined) throw wrongNode(node, 'needs two inputs');
    const shape = broadcastShape(node, a.shape, b.shape);
    const left = spread(a, shape);
    const right = spread(b, shape);
    const values = (
      a.integer ? new Float64Array(elementCount(shape)) : new Float32Array(elementCount(shape))
    ).map((_, place) => combine(left(place), right(place), a.integer));
    return { kind: 'constant', shape, values, integer: a.integer };
  };
}

function unary(compute: (x: number) => number): Fold {
  return (node, inputs) => {
    const x = only(node, inputs);
    return { ...x, values: x.values.map(compute) };
  };
}

function only(node: NodeMessage, [input]: readonly Constant[]): Constant {
  if (input === undefined) throw wrongNode(node, 'lacks its input');
  return input;
}

/** TensorProto.DataType of floating-point numbers. */
const FLOATS = new Set([1, 10, 11, 16]);

const cast: Fold = (node, inputs) => {
  const x = only(node, inputs);
  const integer = !FLOATS.has(integerAttribute(node, 'to', 1));
  const values = integer ? Float64Array.from(x.values, Math.trunc) : Float32Array.from(x.values);
  return { ...x, values, integer };
};

/** An attribute of older operator sets, or the input that newer ones have in its place. */
function listOf(node: NodeMessage, inputs: readonly Constant[], name: string, at: number) {
  const given = inputs[at];
  return given === undefined ? integersAttribute(node, name) : Array.from(given.values);
}

const reshape: Fold = (node, inputs) => {
  const x = only(node, inputs);
  const wanted = (listOf(node, inputs, 'shape', 1) ?? []).map((side, axis) =>
    side === 0 ? (x.shape[axis] ?? 0) : side,
  );
  const known = elementCount(wanted.filter((side) => side !== -1));
  const shape = wanted.map((side) => (side === -1 ? x.values.length / known : side));
  if (elementCount(shape) !== x.values.length) throw wrongNode(node, 'reshapes to another size');
  return { ...x, shape };
};

const squeeze: Fold = (node, inputs) => {
  const x = only(node, inputs);
  const axes = listOf(node, inputs, 'axes', 1)?.map((axis) =>
    axis < 0 ? axis + x.shape.length : axis,
  );
  return {
    ...x,
    shape: x.shape.filter((side, axis) => side !== 1 || axes?.includes(axis) === false),
  };
};

const unsqueeze: Fold = (node, inputs) => {
  const x = only(node, inputs);
  const added = listOf(node, inputs, 'axes', 1) ?? [];
  const rank = x.shape.length + added.length;
  const places = new Set(added.map((axis) => (axis < 0 ? axis + rank : axis)));
  const left = [...x.shape];
  return {
    ...x,
    shape: Array.from({ length: rank }, (_, axis) => (places.has(axis) ? 1 : (left.shift() ?? 1))),
  };
};

const constantOfShape: Fold = (node, inputs) => {
  const shape = Array.from(only(node, inputs).values);
  if (elementCount(shape) > MOST_VALUES) throw unsupportedNode(node, 'makes too large a constant');
  const given = node.attributes.get('value')?.tensor;
  const filler =
    given === undefined ? undefined : constantOf(given, `The value of node "${node.name}"`);
  const count = elementCount(shape);
  const room = filler?.integer === true ? new Float64Array(count) : new Float32Array(count);
  return {
    kind: 'constant',
    shape,
    values: room.fill(filler?.values[0] ?? 0),
    integer: filler?.integer ?? false,
  };
};

/** Operators that shapes and scales are computed with. */
export const folds: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['Add', binary((a, b) => a + b)],
  ['Sub', binary((a, b) => a - b)],
  ['Mul', binary((a, b) => a * b)],
  ['Div', binary((a, b, integer) => (integer ? Math.trunc(a / b) : a / b))],
  ['Pow', binary((a, b) => a ** b)],
  ['Neg', unary((x) => -x)],
  ['Sqrt', unary(Math.sqrt)],
  ['Exp', unary(Math.exp)],
  ['Floor', unary(Math.floor)],
  ['Ceil', unary(Math.ceil)],
  ['Reciprocal', unary((x) => 1 / x)],
  ['Cast', cast],
  ['Reshape', reshape],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['ConstantOfShape', constantOfShape],
  ['Identity', only],
  [
    'Shape',
    (node, inputs) => integers(only(node, inputs).shape, [only(node, inputs).shape.length]),
  ],
  ['Concat', (node, inputs) => joined(node, inputs, integerAttribute(node, 'axis', 0))],
  ['Transpose', (node, inputs) => transposed(only(node, inputs), integersAttribute(node, 'perm'))],
  [
    'Gather',
    (node, [x, places]) => {
      if (x === undefined || places === undefined) throw wrongNode(node, 'needs two inputs');
      return gathered(node, x, places, integerAttribute(node, 'axis', 0));
    },
  ],
  [
    'Slice',
    (node, inputs) =>
      sliced(node, only(node, inputs), {
        starts: listOf(node, inputs, 'starts', 1) ?? [],
        ends: listOf(node, inputs, 'ends', 2) ?? [],
        axes: listOf(node, inputs, 'axes', 3),
        steps: inputs[4] === undefined ? undefined : Array.from(inputs[4].values),
      }),
  ],
]);
