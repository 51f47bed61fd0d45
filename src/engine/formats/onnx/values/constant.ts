import { float16Value } from '../../float16.ts';
import { damaged } from '../faults.ts';
import type { TensorMessage } from '../wire/messages.ts';
import { LabError } from '../../../../protocol/lab-error.ts';

/** Values that do not depend on the image: weights, numbers, shapes. */
export interface Constant {
  readonly kind: 'constant';
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array | Float64Array;
  /** Whether the values are whole by their type, so that a quotient is cut. */
  readonly integer: boolean;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

export function integers(values: readonly number[], shape: readonly number[]): Constant {
  return { kind: 'constant', shape, values: Float64Array.from(values), integer: true };
}

interface Storage {
  readonly bytes: number;
  readonly integer: boolean;
  readonly read: (view: DataView, offset: number) => number;
  /** What a value of the fields for single types stands for. */
  readonly typed?: (value: number) => number;
}

const single = new DataView(new ArrayBuffer(4));

/** A bfloat16 is the upper half of a float32. */
function bfloat16Value(bits: number): number {
  single.setUint32(0, (bits & 0xffff) * 2 ** 16);
  return single.getFloat32(0);
}

/** By TensorProto.DataType. */
const storages: ReadonlyMap<number, Storage> = new Map<number, Storage>([
  [1, { bytes: 4, integer: false, read: (view, at) => view.getFloat32(at, true) }],
  [2, { bytes: 1, integer: true, read: (view, at) => view.getUint8(at) }],
  [3, { bytes: 1, integer: true, read: (view, at) => view.getInt8(at) }],
  [4, { bytes: 2, integer: true, read: (view, at) => view.getUint16(at, true) }],
  [5, { bytes: 2, integer: true, read: (view, at) => view.getInt16(at, true) }],
  [6, { bytes: 4, integer: true, read: (view, at) => view.getInt32(at, true) }],
  [7, { bytes: 8, integer: true, read: (view, at) => Number(view.getBigInt64(at, true)) }],
  [9, { bytes: 1, integer: true, read: (view, at) => view.getUint8(at) }],
  [
    10,
    {
      bytes: 2,
      integer: false,
      read: (view, at) => float16Value(view.getUint16(at, true)),
      typed: float16Value,
    },
  ],
  [11, { bytes: 8, integer: false, read: (view, at) => view.getFloat64(at, true) }],
  [12, { bytes: 4, integer: true, read: (view, at) => view.getUint32(at, true) }],
  [13, { bytes: 8, integer: true, read: (view, at) => Number(view.getBigUint64(at, true)) }],
  [
    16,
    {
      bytes: 2,
      integer: false,
      read: (view, at) => bfloat16Value(view.getUint16(at, true)),
      typed: bfloat16Value,
    },
  ],
]);

function room(integer: boolean, count: number): Float32Array | Float64Array {
  return integer ? new Float64Array(count) : new Float32Array(count);
}

function fromRaw(raw: Uint8Array, { bytes, integer, read }: Storage): Constant['values'] {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const values = room(integer, raw.byteLength / bytes);
  for (let index = 0; index < values.length; index += 1) values[index] = read(view, index * bytes);
  return values;
}

function fromTyped(
  parts: readonly ArrayLike<number>[],
  count: number,
  { integer, typed = (value) => value }: Storage,
): Constant['values'] {
  const values = room(integer, count);
  let at = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 1, at += 1) {
      values[at] = typed(part[index] ?? 0);
    }
  }
  return values;
}

/**
 * Reads a tensor's values; the data are counted before any memory is taken.
 * @param title what to call the tensor in messages, such as `Weight "conv1"`
 * @throws LabError `model-corrupt` where data and shape differ, `model-unsupported` for types
 * without numbers and for data in another file
 */
export function constantOf(tensor: TensorMessage, title: string): Constant {
  const { name, type, dims, raw, typed } = tensor;
  const storage = storages.get(type);
  if (storage === undefined) {
    throw new LabError('model-unsupported', `${title} has data type ${type}, not numbers.`, name);
  }
  if (tensor.external) {
    throw new LabError(
      'model-unsupported',
      `${title} is kept in another file; save the model with all its data in one file.`,
      name,
    );
  }
  const count = elementCount(dims);
  const held =
    raw === undefined
      ? typed.reduce((sum, part) => sum + part.length, 0)
      : raw.byteLength / storage.bytes;
  if (!dims.every((side) => Number.isInteger(side) && side >= 0) || held !== count) {
    throw damaged(
      `${title} has ${held} values where its shape [${dims.join(', ')}] needs ${count}.`,
      name,
    );
  }
  const values = raw === undefined ? fromTyped(typed, count, storage) : fromRaw(raw, storage);
  return { kind: 'constant', shape: dims, values, integer: storage.integer };
}
