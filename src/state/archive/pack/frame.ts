import { LabError } from '../../../protocol/lab-error.ts';
import { arrayTypeNames, arrayTypes, type ArrayType } from './array-types.ts';

/** Arrays of one length side by side, one a column. */
export interface TableShape {
  /** Elements of each array. */
  readonly rows: number;
  /** Arrays by type; in a block, types follow one another as in `arrayTypes`. */
  readonly columns: Readonly<Partial<Record<ArrayType, number>>>;
}

/** Most arrays of a run: some times those of the largest that can be run. */
const MOST_ARRAYS = 1_000_000;

/** Stands for an array. */
export interface Place {
  readonly $array: ArrayType | 'buffer';
  readonly rows: number;
  /** Position among the arrays of its type and length. */
  readonly at: number;
}

/** Stands for a list of arrays of one type and length. */
export interface PlaceOfList {
  readonly $arrays: ArrayType;
  readonly rows: number;
  readonly at: number;
  readonly count: number;
}

/** Plain data whose typed arrays, little-endian, lie apart in blocks. */
export interface Frame {
  readonly layout: 2;
  /** Most bytes of a block, unless a single row has more. */
  readonly block: number;
  /** Shortest arrays first. */
  readonly tables: readonly TableShape[];
  /** What is left of the data: JSON, with places in the stead of arrays. */
  readonly data: unknown;
}

/** Some rows of a table: a run of bytes in which its columns follow one another. */
export interface Block {
  readonly table: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

export function rowBytes({ columns }: TableShape): number {
  return arrayTypeNames.reduce(
    (sum, name) => sum + (columns[name] ?? 0) * arrayTypes[name].BYTES_PER_ELEMENT,
    0,
  );
}

/** Bytes of all arrays. */
export function arrayBytes({ tables }: Pick<Frame, 'tables'>): number {
  return tables.reduce((sum, table) => sum + table.rows * rowBytes(table), 0);
}

/** The blocks of a frame, in order. */
export function* blocksOf({ tables, block }: Pick<Frame, 'tables' | 'block'>): Generator<Block> {
  for (const [table, shape] of tables.entries()) {
    const each = rowBytes(shape);
    const most = Math.max(1, Math.floor(block / Math.max(1, each)));
    for (let from = 0; from < shape.rows; from += most) {
      const to = Math.min(shape.rows, from + most);
      yield { table, from, to, bytes: (to - from) * each };
    }
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTable(table: Partial<TableShape> | null): table is TableShape {
  if (!isCount(table?.rows) || table.rows === 0) return false;
  const { columns } = table;
  if (typeof columns !== 'object' || columns === null) return false;
  return Object.entries(columns).every(
    ([name, count]) => Object.hasOwn(arrayTypes, name) && isCount(count) && count > 0,
  );
}

function columnsIn(tables: readonly TableShape[]): number {
  return tables
    .flatMap(({ columns }) => Object.values(columns))
    .reduce((sum, count) => sum + count, 0);
}

/**
 * A frame that anybody may have written.
 * @throws LabError `archive-corrupt` where it does not describe its arrays, or more than a run has
 */
export function checkedFrame(given: unknown): Frame {
  const frame = given as Partial<Frame> | null;
  const tables: unknown = frame?.tables;
  const isFrame =
    frame?.layout === 2 &&
    isCount(frame.block) &&
    Array.isArray(tables) &&
    tables.every(isTable) &&
    tables.every(({ rows }, at) => at === 0 || rows > (tables[at - 1]?.rows ?? rows)) &&
    columnsIn(tables) <= MOST_ARRAYS &&
    Number.isSafeInteger(arrayBytes({ tables }));
  if (!isFrame) throw new LabError('archive-corrupt', 'its arrays are not described', 'frame');
  return frame as Frame;
}
