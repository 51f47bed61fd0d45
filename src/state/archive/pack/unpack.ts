import { LabError } from '../../../protocol/lab-error.ts';
import { mapInSlices } from '../../../run/yielding.ts';
import { arrayTypeNames, arrayTypes, type ArrayType, type PackedArray } from './array-types.ts';
import {
  arrayBytes,
  blocksOf,
  type Block,
  type Frame,
  type Place,
  type PlaceOfList,
} from './frame.ts';
import type { Packed } from './pack.ts';

type Columns = Partial<Record<ArrayType, readonly PackedArray[]>>;

function refuse(message: string): never {
  throw new LabError('archive-corrupt', message, '$array');
}

function has<Key extends string>(value: object, key: Key): value is Record<Key, unknown> {
  return Object.hasOwn(value, key);
}

function emptyTables({ tables }: Frame): ReadonlyMap<number, Columns> {
  return new Map(
    tables.map(({ rows, columns }) => {
      const made = arrayTypeNames.map((name) => {
        const Type = arrayTypes[name];
        return [name, Array.from({ length: columns[name] ?? 0 }, () => new Type(rows))] as const;
      });
      return [rows, Object.fromEntries(made)];
    }),
  );
}

function fill(columns: Columns, { from, to }: Block, bytes: Uint8Array<ArrayBuffer>): void {
  let at = 0;
  for (const name of arrayTypeNames) {
    const Type = arrayTypes[name];
    for (const column of columns[name] ?? []) {
      const part = bytes.subarray(at, at + (to - from) * Type.BYTES_PER_ELEMENT);
      new Uint8Array(column.buffer).set(part, from * Type.BYTES_PER_ELEMENT);
      at += part.length;
    }
  }
}

/** Arrays of no elements lie in no table. */
function columnsAt(
  tables: ReadonlyMap<number, Columns>,
  type: unknown,
  { rows, at, count }: { readonly rows: unknown; readonly at: unknown; readonly count: number },
): readonly PackedArray[] {
  const name = arrayTypeNames.find((each) => each === type);
  if (name === undefined || typeof rows !== 'number' || !Number.isSafeInteger(at)) {
    return refuse('an array of the run is not described as one');
  }
  const from = Number(at);
  if (rows === 0) return Array.from({ length: count }, () => new arrayTypes[name](0));
  const found = tables.get(rows)?.[name]?.slice(from, from + count) ?? [];
  if (from < 0 || found.length !== count) refuse('an array of the run is not in its tables');
  return found;
}

/**
 * Puts typed arrays back where they were, in slices.
 * @throws LabError `archive-corrupt` where the blocks or places are not those of the tables
 */
export async function unpack({ frame, parts }: Packed): Promise<unknown> {
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  // Before anything is allocated: what a frame only claims takes no memory.
  if (bytes !== arrayBytes(frame)) {
    refuse(`the arrays of the run have ${bytes} bytes of ${arrayBytes(frame)}`);
  }
  const tables = emptyTables(frame);
  const ordered = frame.tables.map(({ rows }) => tables.get(rows) ?? {});
  let at = 0;
  await mapInSlices(blocksOf(frame), (block) => {
    const part = parts[at];
    at += 1;
    if (part?.length !== block.bytes) return refuse('a block of the run is not as long as it says');
    return fill(ordered[block.table] ?? {}, block, part);
  });
  const dataOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(dataOf);
    if (has(value, '$array')) {
      const { $array, rows, at: column } = value as Partial<Place>;
      const type = $array === 'buffer' ? 'uint8' : $array;
      const [array] = columnsAt(tables, type, { rows, at: column, count: 1 });
      return $array === 'buffer' ? array?.buffer : array;
    }
    if (has(value, '$arrays')) {
      const { $arrays, rows, at: column, count } = value as Partial<PlaceOfList>;
      const isCount = count !== undefined && count >= 0 && count <= 1_000_000;
      if (!isCount) return refuse('a list of arrays is not described as one');
      return columnsAt(tables, $arrays, { rows, at: column, count });
    }
    if (has(value, '$number')) return Number(value.$number);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dataOf(each)]));
  };
  return dataOf(frame.data);
}
