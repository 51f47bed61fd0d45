import { LabError } from '../../../protocol/lab-error.ts';
import { arrayTypeNames, arrayTypes, type ArrayType, type PackedArray } from './array-types.ts';
import { blocksOf, type Block, type Frame, type Place, type PlaceOfList } from './frame.ts';

/** Bytes of a block: what is copied in one task. */
const BLOCK = 2_000_000;
/** Shorter stretches of a column are copied one by one: making a view takes as long. */
const FEW_ROWS = 16;

/** Plain data with the places of its arrays, which still are those of whoever uses the data. */
export interface Laid {
  readonly frame: Frame;
  /** By table: its arrays in the order in which a block holds them. */
  readonly columns: readonly (readonly PackedArray[])[];
}

/** Plain data with its arrays copied. */
export interface Packed {
  readonly frame: Frame;
  /** The bytes of each block. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

type Columns = Record<ArrayType, PackedArray[]>;

function noColumns(): Columns {
  return { float64: [], float32: [], int32: [], uint32: [], uint16: [], uint8: [] };
}

function typeOf(array: ArrayBufferView): ArrayType {
  const found = arrayTypeNames.find((name) => array instanceof arrayTypes[name]);
  if (found !== undefined) return found;
  throw new LabError('internal', `arrays of ${array.constructor.name} are not kept`);
}

/** Whether a list holds arrays of one type and length alone. */
function isUniform(list: readonly unknown[]): list is readonly PackedArray[] {
  const [first] = list;
  if (!ArrayBuffer.isView(first)) return false;
  return list.every(
    (each) =>
      ArrayBuffer.isView(each) &&
      each.constructor === first.constructor &&
      each.byteLength === first.byteLength,
  );
}

/**
 * Finds the arrays of plain data and lays those of one length side by side, so that a block of rows
 * has all that is known of some images. Shorter tables come first: what is done, by unit of images,
 * before what was found, by image. Nothing is copied yet.
 */
export function layOut(data: unknown): Laid {
  const tables = new Map<number, Columns>();
  const columnOf = (array: PackedArray, type: ArrayType): { rows: number; at: number } => {
    const rows = array.length;
    const columns = tables.get(rows) ?? noColumns();
    tables.set(rows, columns);
    return { rows, at: columns[type].push(array) - 1 };
  };
  const listed = (list: readonly PackedArray[], $arrays: ArrayType): PlaceOfList => {
    const places = list.map((each) => columnOf(each, $arrays));
    const { rows, at } = places[0] ?? { rows: 0, at: 0 };
    return { $arrays, rows, at, count: list.length };
  };
  const placed = (array: ArrayBuffer | ArrayBufferView): Place => {
    if (array instanceof ArrayBuffer) {
      return { $array: 'buffer', ...columnOf(new Uint8Array(array), 'uint8') };
    }
    const $array = typeOf(array);
    return { $array, ...columnOf(array as PackedArray, $array) };
  };
  const frameOf = (value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return placed(value);
    if (Array.isArray(value)) {
      const [first] = value;
      return isUniform(value) && first ? listed(value, typeOf(first)) : value.map(frameOf);
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, frameOf(each)]));
  };
  const left = frameOf(data);
  const ordered = [...tables].filter(([rows]) => rows > 0).sort(([a], [b]) => a - b);
  const shapes = ordered.map(([rows, columns]) => {
    const named = arrayTypeNames.map((name) => [name, columns[name].length] as const);
    return { rows, columns: Object.fromEntries(named.filter(([, count]) => count > 0)) };
  });
  return {
    frame: { layout: 2, block: BLOCK, tables: shapes, data: left },
    columns: ordered.map(([, columns]) => arrayTypeNames.flatMap((name) => columns[name])),
  };
}

/** Copies one block as its arrays are now. */
export function copyBlock({ columns }: Laid, block: Block): Uint8Array<ArrayBuffer> {
  const { table, from, to } = block;
  const bytes = new Uint8Array(block.bytes);
  const views = Object.values(arrayTypes).map((Type) => {
    const whole = bytes.byteLength - (bytes.byteLength % Type.BYTES_PER_ELEMENT);
    return new Type(bytes.buffer, 0, whole / Type.BYTES_PER_ELEMENT);
  });
  let at = 0;
  for (const column of columns[table] ?? []) {
    const size = column.BYTES_PER_ELEMENT;
    const view = views.find((each) => each.constructor === column.constructor);
    const first = at / size;
    if (to - from >= FEW_ROWS) view?.set(column.subarray(from, to), first);
    else if (view)
      for (let row = from; row < to; row += 1) view[first + row - from] = column[row] ?? 0;
    at += (to - from) * size;
  }
  return bytes;
}

/** Plain data with a copy of its typed arrays, so the data may change afterwards. */
export function pack(data: unknown): Packed {
  const laid = layOut(data);
  const parts = Array.from(blocksOf(laid.frame), (block) => copyBlock(laid, block));
  return { frame: laid.frame, parts };
}
