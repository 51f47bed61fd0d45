import { LabError } from '../../protocol/lab-error.ts';
import { float16Value } from './float16.ts';
import type { WeightSpec } from './weights-manifest.ts';

/** A tensor of a weights manifest; strings have no values. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** More values than any weight of a classifier has; keeps a forged shape from asking for memory. */
const MOST_VALUES = 2 ** 30;

type Reader = (view: DataView, offset: number) => number;

function corrupt(message: string, subject?: string): LabError {
  return new LabError('model-corrupt', message, subject);
}

function plainStorage({ name, dtype }: WeightSpec): { bytes: number; read: Reader } {
  switch (dtype) {
    case 'float32':
      return { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) };
    case 'int32':
      return { bytes: 4, read: (view, offset) => view.getInt32(offset, true) };
    case 'bool':
      return { bytes: 1, read: (view, offset) => view.getUint8(offset) };
    default:
      throw new LabError('model-unsupported', `Weight "${name}" holds ${dtype} values.`, name);
  }
}

function storage(spec: WeightSpec): { bytes: number; read: Reader } {
  const { quantization } = spec;
  switch (quantization?.dtype) {
    case undefined:
      return plainStorage(spec);
    case 'float16':
      return { bytes: 2, read: (view, offset) => float16Value(view.getUint16(offset, true)) };
    case 'uint8': {
      const { scale, min } = quantization;
      return { bytes: 1, read: (view, offset) => view.getUint8(offset) * scale + min };
    }
    case 'uint16': {
      const { scale, min } = quantization;
      return { bytes: 2, read: (view, offset) => view.getUint16(offset, true) * scale + min };
    }
  }
}

function valueCount({ name, shape }: WeightSpec): number {
  const count = shape.reduce((product, side) => product * side, 1);
  if (count > MOST_VALUES) {
    throw corrupt(`Weight "${name}" claims the shape [${shape.join(', ')}].`, name);
  }
  return count;
}

function endsWithin(name: string, bytes: ArrayBuffer): LabError {
  return corrupt(
    `The weights end after ${bytes.byteLength} bytes, within "${name}": a file is cut short or missing.`,
    name,
  );
}

/** Bytes of strings, each a length of four bytes and as many characters. */
function stringBytes(name: string, count: number, bytes: ArrayBuffer, offset: number): number {
  const view = new DataView(bytes);
  let end = offset;
  for (let index = 0; index < count; index += 1) {
    if (end + 4 > bytes.byteLength) throw endsWithin(name, bytes);
    end += 4 + view.getUint32(end, true);
  }
  if (end > bytes.byteLength) throw endsWithin(name, bytes);
  return end - offset;
}

function numbers(
  spec: WeightSpec,
  count: number,
  bytes: ArrayBuffer,
  offset: number,
): { values: StoredTensor['values']; length: number } {
  const { bytes: width, read } = storage(spec);
  if (offset + count * width > bytes.byteLength) throw endsWithin(spec.name, bytes);
  const view = new DataView(bytes, offset, count * width);
  const values = spec.dtype === 'float32' ? new Float32Array(count) : new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const value = read(view, index * width);
    values[index] = spec.dtype === 'float32' ? value : Math.round(value);
  }
  return { values, length: count * width };
}

/**
 * Reads the weights that a manifest describes, in order, from the joined shards.
 * @throws LabError `model-corrupt` where the bytes are too few or too many or a name comes twice;
 * `model-unsupported` for a weight of complex numbers
 */
export function unpackWeights(
  specs: readonly WeightSpec[],
  bytes: ArrayBuffer,
): Map<string, StoredTensor> {
  const weights = new Map<string, StoredTensor>();
  let offset = 0;
  for (const spec of specs) {
    const { name, shape } = spec;
    if (weights.has(name)) throw corrupt(`Two weights are named "${name}".`, name);
    const count = valueCount(spec);
    if (spec.dtype === 'string') {
      weights.set(name, { shape, values: new Int32Array(0) });
      offset += stringBytes(name, count, bytes, offset);
      continue;
    }
    const { values, length } = numbers(spec, count, bytes, offset);
    weights.set(name, { shape, values });
    offset += length;
  }
  if (offset !== bytes.byteLength) {
    throw corrupt(
      `The weights have ${bytes.byteLength} bytes where model.json describes ${offset}: the files do not belong together.`,
    );
  }
  return weights;
}
