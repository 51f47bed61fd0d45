import { LabError } from '../../protocol/lab-error.ts';
import type { Weight } from '../graph/graph.ts';
import { float16Value } from './float16.ts';
import type { WeightSpec } from './layers-schema.ts';

/** More values than any weight of a classifier has; keeps a forged shape from asking for memory. */
const MOST_VALUES = 2 ** 30;

type Reader = (view: DataView, offset: number) => number;

function corrupt(message: string, subject?: string): LabError {
  return new LabError('model-corrupt', message, subject);
}

function storage({ quantization }: WeightSpec): { bytes: number; read: Reader } {
  switch (quantization?.dtype) {
    case undefined:
      return { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) };
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

/**
 * Reads the weights that a manifest describes, in order, from the joined shards.
 * @throws LabError `model-corrupt` where the bytes are too few or too many, a name comes twice, or a
 * value is not finite; `model-unsupported` for a weight that does not hold floats
 */
export function unpackWeights(
  specs: readonly WeightSpec[],
  bytes: ArrayBuffer,
): Map<string, Weight> {
  const view = new DataView(bytes);
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const spec of specs) {
    const { name, shape, dtype } = spec;
    if (dtype !== 'float32') {
      throw new LabError('model-unsupported', `Weight "${name}" holds ${dtype} values.`, name);
    }
    if (weights.has(name)) throw corrupt(`Two weights are named "${name}".`, name);
    const count = valueCount(spec);
    const { bytes: width, read } = storage(spec);
    if (offset + count * width > bytes.byteLength) {
      throw corrupt(
        `The weights end after ${bytes.byteLength} bytes, within "${name}": a file is cut short or missing.`,
        name,
      );
    }
    const values = new Float32Array(count);
    for (let index = 0; index < count; index += 1) {
      values[index] = read(view, offset + index * width);
    }
    if (!values.every(Number.isFinite)) {
      throw corrupt(`Weight "${name}" holds values that are not finite numbers.`, name);
    }
    weights.set(name, { shape, values });
    offset += count * width;
  }
  if (offset !== bytes.byteLength) {
    throw corrupt(
      `The weights have ${bytes.byteLength} bytes where model.json describes ${offset}: the files do not belong together.`,
    );
  }
  return weights;
}
