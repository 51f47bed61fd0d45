import { LabError } from '../../../protocol/lab-error.ts';
import { arrayTypes, type ArrayType } from './array-types.ts';

/** As runs were kept at first: arrays one after another in one run of bytes. */
export interface FirstPacked {
  /** JSON, with places in the stead of arrays. */
  readonly frame: unknown;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Stands for an array in a frame. */
interface FirstPlace {
  readonly $array: ArrayType | 'buffer';
  /** Its first byte. */
  readonly at: number;
  /** Elements; of a buffer, bytes. */
  readonly length: number;
}

// What a file says may be anything, also the name of a property that every object has.
function typeOf(name: ArrayType): (typeof arrayTypes)[ArrayType] | undefined {
  return Object.hasOwn(arrayTypes, name) ? arrayTypes[name] : undefined;
}

function isPlace(value: object): value is FirstPlace {
  return Object.hasOwn(value, '$array');
}

function isUnwritable(value: object): value is { readonly $number: string } {
  return Object.hasOwn(value, '$number');
}

function arrayAt({ $array, at, length }: FirstPlace, bytes: Uint8Array<ArrayBuffer>): unknown {
  const Type = $array === 'buffer' ? Uint8Array : typeOf($array);
  const isWhole = (number: number) => Number.isSafeInteger(number) && number >= 0;
  if (Type === undefined || !isWhole(at) || !isWhole(length)) {
    throw new LabError('archive-corrupt', 'an array of the run is not described as one', '$array');
  }
  const end = at + length * Type.BYTES_PER_ELEMENT;
  if (end > bytes.length) {
    throw new LabError(
      'archive-corrupt',
      `an array of the run ends at byte ${end} of ${bytes.length}`,
      '$array',
    );
  }
  const { buffer } = bytes.slice(at, end);
  return $array === 'buffer' ? buffer : new Type(buffer);
}

/**
 * Puts typed arrays back where they were.
 * @throws LabError `archive-corrupt` where a place lies outside the bytes
 */
export function unpackFirst({ frame, bytes }: FirstPacked): unknown {
  const dataOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(dataOf);
    if (isPlace(value)) return arrayAt(value, bytes);
    if (isUnwritable(value)) return Number(value.$number);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dataOf(each)]));
  };
  return dataOf(frame);
}
