import { LabError } from '../../../protocol/lab-error.ts';
import { float16Value } from '../float16.ts';
import type { TensorEntry } from './header.ts';

/** bfloat16 is the upper half of a float32. */
function fromBfloat16(view: DataView, values: Float32Array): void {
  const words = new Uint32Array(values.buffer);
  for (let index = 0; index < values.length; index += 1) {
    words[index] = view.getUint16(index * 2, true) << 16;
  }
}

/** Whether floats in memory are ordered as in the file, which is little-endian. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * The values of a tensor, row-major; for float32 where possible a view of the file, not to be changed.
 * @throws LabError `model-unsupported` for a tensor that does not hold floats
 */
export function tensorValues(
  bytes: ArrayBuffer,
  { name, dtype, shape, begin, end }: TensorEntry,
): Float32Array {
  if (dtype === 'F32' && LITTLE_ENDIAN && begin % 4 === 0) {
    return new Float32Array(bytes, begin, (end - begin) / 4);
  }
  const view = new DataView(bytes, begin, end - begin);
  const values = new Float32Array(shape.reduce((product, side) => product * side, 1));
  const fill = (read: (index: number) => number): Float32Array => {
    for (let index = 0; index < values.length; index += 1) values[index] = read(index);
    return values;
  };
  switch (dtype) {
    case 'F32':
      return fill((index) => view.getFloat32(index * 4, true));
    case 'F64':
      return fill((index) => view.getFloat64(index * 8, true));
    case 'F16':
      return fill((index) => float16Value(view.getUint16(index * 2, true)));
    case 'BF16':
      fromBfloat16(view, values);
      return values;
    default:
      throw new LabError('model-unsupported', `Tensor "${name}" holds ${dtype} values.`, name);
  }
}
