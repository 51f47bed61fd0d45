import { integer, unsupportedOperation } from './attributes.ts';
import { constant, type GraphValue, type Operands, type TensorValue } from './graph-value.ts';
import type { GraphWriter } from './graph-writer.ts';
import type { Translator } from './translator.ts';

/** Bit of the first axis in the masks of a strided slice. */
const FIRST_AXIS = 1;

/** A strided slice of a vector of numbers, as shapes are taken apart. */
export const stridedSlice: Translator = (operands) => {
  const { operation } = operands;
  const source = operands.constant(0);
  const [begin = 0, end = 0, stride = 1] = [1, 2, 3].map((index) => operands.integers(index)[0]);
  const masked = (key: string): boolean => ((integer(operation, key) ?? 0) & FIRST_AXIS) !== 0;
  if (
    source.shape.length !== 1 ||
    stride !== 1 ||
    masked('new_axis_mask') ||
    masked('ellipsis_mask')
  ) {
    throw unsupportedOperation(operation, 'takes apart more than a vector');
  }
  const values = Array.from(source.values);
  if (masked('shrink_axis_mask')) return [constant([], [values.at(begin) ?? NaN])];
  const part = values.slice(
    masked('begin_mask') ? 0 : begin,
    masked('end_mask') ? values.length : end,
  );
  return [constant([part.length], part)];
};

function channelPart(
  writer: GraphWriter,
  x: TensorValue,
  name: string,
  start: number,
  size: number,
): TensorValue {
  const shape = [...x.shape.slice(0, -1), size];
  return writer.add({ op: 'sliceChannels', name, input: x.node, start, size }, shape);
}

/** Equal parts of the channels. */
export const split: Translator = (operands, writer): readonly GraphValue[] => {
  const { operation } = operands;
  const x = operands.tensor(1);
  const parts = integer(operation, 'num_split') ?? 1;
  const size = (x.shape.at(-1) ?? 0) / parts;
  if (!isLastAxis(operands, 0, x) || !Number.isInteger(size)) {
    throw unsupportedOperation(operation, 'does not split the channels evenly');
  }
  return Array.from({ length: parts }, (_, part) =>
    channelPart(writer, x, `${operation.name}:${part}`, part * size, size),
  );
};

/** Whether an axis, the batch counted as 0, is that of the channels. */
export function isLastAxis(operands: Operands, index: number, { shape }: TensorValue): boolean {
  const [axis = NaN] = operands.integers(index);
  return axis === -1 || axis === shape.length;
}

/** Joins channels, or vectors of numbers. */
export const concat: Translator = (operands, writer) => {
  const { operation } = operands;
  const count = operands.values.length - 1;
  if (operands.allConstant()) {
    const parts = Array.from({ length: count }, (_, index) => operands.integers(index)).flat();
    return [constant([parts.length], parts)];
  }
  const tensors = Array.from({ length: count }, (_, index) => operands.tensor(index));
  const [first] = tensors;
  if (first === undefined || !isLastAxis(operands, count, first)) {
    throw unsupportedOperation(operation, 'joins along an axis that is not the last one');
  }
  const vectors = tensors.every(({ node }) => writer.shapeOf(node).length === 1);
  const inputs = tensors.map((tensor) =>
    vectors ? tensor.node : first.shape.length === 1 ? writer.vector(tensor) : writer.image(tensor),
  );
  const known = inputs.filter((input) => input !== undefined);
  if (known.length < count) throw unsupportedOperation(operation, 'joins vectors to images');
  const channels = tensors.reduce((sum, { shape }) => sum + (shape.at(-1) ?? 0), 0);
  const shape = [...first.shape.slice(0, -1), channels];
  const node = { op: 'concat', name: operation.name, inputs: known, activation: 'linear' } as const;
  return [writer.add(node, shape)];
};
