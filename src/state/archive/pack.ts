import { LabError } from '../../protocol/lab-error.ts';

const arrays = {
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

type ArrayName = keyof typeof arrays;
type PackedArray = InstanceType<(typeof arrays)[ArrayName]>;

/** Stands for an array in a frame. */
interface Place {
  readonly $array: ArrayName | 'buffer';
  /** Its first byte. */
  readonly at: number;
  /** Elements; of a buffer, bytes. */
  readonly length: number;
}

/** Stands for a number that JSON has no word for. */
interface Unwritable {
  readonly $number: string;
}

/** Plain data with its typed arrays, little-endian, set apart in one run of bytes. */
export interface Packed {
  /** What is left of the data: JSON, with places in the stead of arrays. */
  readonly frame: unknown;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

// Every array begins where any of its elements may.
const ALIGNMENT = 8;

const aligned = (at: number) => Math.ceil(at / ALIGNMENT) * ALIGNMENT;

function nameOf(array: PackedArray): ArrayName {
  for (const [name, Type] of Object.entries(arrays)) {
    if (array instanceof Type) return name as ArrayName;
  }
  throw new LabError('internal', `arrays of ${array.constructor.name} are not kept`);
}

function viewOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Sets the typed arrays of plain data apart; they are copied, so the data may change afterwards. */
export function pack(data: unknown): Packed {
  const found: { readonly view: Uint8Array; readonly at: number }[] = [];
  let end = 0;
  const place = (array: ArrayBuffer | ArrayBufferView): Place => {
    const at = aligned(end);
    end = at + array.byteLength;
    found.push({ view: viewOf(array), at });
    if (array instanceof ArrayBuffer) return { $array: 'buffer', at, length: array.byteLength };
    const name = nameOf(array as PackedArray);
    return { $array: name, at, length: array.byteLength / arrays[name].BYTES_PER_ELEMENT };
  };
  const frameOf = (value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return place(value);
    if (Array.isArray(value)) return value.map(frameOf);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, frameOf(each)]));
  };
  const frame = frameOf(data);
  const bytes = new Uint8Array(end);
  for (const { view, at } of found) bytes.set(view, at);
  return { frame, bytes };
}

// What a file says may be anything, also the name of a property that every object has.
function typeOf(name: ArrayName): (typeof arrays)[ArrayName] | undefined {
  return Object.hasOwn(arrays, name) ? arrays[name] : undefined;
}

function isPlace(value: object): value is Place {
  return Object.hasOwn(value, '$array');
}

function isUnwritable(value: object): value is Unwritable {
  return Object.hasOwn(value, '$number');
}

function arrayAt({ $array, at, length }: Place, bytes: Uint8Array<ArrayBuffer>): unknown {
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
export function unpack({ frame, bytes }: Packed): unknown {
  const dataOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(dataOf);
    if (isPlace(value)) return arrayAt(value, bytes);
    if (isUnwritable(value)) return Number(value.$number);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dataOf(each)]));
  };
  return dataOf(frame);
}
