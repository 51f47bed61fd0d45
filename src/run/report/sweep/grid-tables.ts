import type { Spec, SpecPixelValue } from '../../../protocol/spec.ts';
import type { GridCell } from '../../cell-index.ts';
import { formatPixelValue } from '../../pixel-values.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { regionName, sidePercent, valueName } from '../experiment-words.ts';
import { integer } from '../../number-text.ts';

/** Most columns of numbers that fit on a page. */
const mostColumns = 8;

type Axis = 'count' | 'value' | 'region';

/** A column of a table: what it is called, and what it stands for. */
interface Column<At> {
  readonly head: string;
  readonly at: At;
}

/** Columns of one table, and what all of them share. */
export interface GridSlice {
  readonly id: string;
  /** What the columns are: "changed pixels", "values", "region". */
  readonly along: string;
  /** What all columns share: "random values, whole image". */
  readonly held: string;
  /** True of every column's setting, for looking up what its figures rest on. */
  readonly columns: readonly Column<GridCell>[];
}

/** So many values or regions are a scale and no mere repetition of the counts. */
const aScale = 3;

/**
 * What an experiment is about: the values or the regions where these alone form a scale beside the
 * counts, else what has most entries, counts before values before regions.
 */
function subjectOf({ counts, values, regions }: Spec['grid']): Axis {
  if (values.length >= aScale && regions.length === 1) return 'value';
  if (regions.length >= aScale && values.length === 1) return 'region';
  if (counts.length >= values.length && counts.length >= regions.length) return 'count';
  return values.length >= regions.length ? 'value' : 'region';
}

function slice(axis: Axis, grid: Spec['grid'], at: GridCell): GridSlice {
  const pixels = `${integer(at.count)} ${at.count === 1 ? 'pixel' : 'pixels'}`;
  const parts: Readonly<Record<Axis, string>> = {
    count: pixels,
    value: valueName(at.value),
    region: regionName(at.region),
  };
  const held = (['count', 'value', 'region'] as const).filter((each) => each !== axis);
  const id = `${axis}-${held.map((each) => (each === 'value' ? formatPixelValue(at.value) : String(at[each]))).join('-')}`;
  const shared = {
    id: id.replaceAll(/[^\w.-]/g, '-'),
    held: held.map((each) => parts[each]).join(', '),
  };
  switch (axis) {
    case 'count':
      return {
        ...shared,
        along: 'changed pixels',
        columns: grid.counts.map((count) => ({ head: integer(count), at: { ...at, count } })),
      };
    case 'value':
      return {
        ...shared,
        along: 'values',
        columns: grid.values.map((value) => ({ head: valueName(value), at: { ...at, value } })),
      };
    case 'region':
      return {
        ...shared,
        along: 'share of the side',
        columns: grid.regions.map((region) => ({
          head: sidePercent(region),
          at: { ...at, region },
        })),
      };
  }
}

const firstOf = <T>(list: readonly T[], fallback: T): readonly T[] =>
  list.length === 0 ? [fallback] : list;

/**
 * The tables of a grid: what the experiment is about along the columns, one table for every
 * combination of the other two axes. So every cell of the grid stands in exactly one of them.
 */
export function gridSlices(grid: Spec['grid']): GridSlice[] {
  const axis = subjectOf(grid);
  const counts = axis === 'count' ? grid.counts.slice(0, 1) : grid.counts;
  const values: readonly SpecPixelValue[] =
    axis === 'value' ? grid.values.slice(0, 1) : grid.values;
  const regions = axis === 'region' ? grid.regions.slice(0, 1) : grid.regions;
  return firstOf(values, 'replace').flatMap((value) =>
    regions.flatMap((region) => counts.map((count) => slice(axis, grid, { count, value, region }))),
  );
}

interface RowsAndWords<At> {
  readonly id: string;
  readonly caption: string;
  readonly notes: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cell: (at: At) => TableCell;
  }[];
}

/** Models in rows under these columns, as several tables where they are more than fit. */
export function columnTables<At>(
  columns: readonly Column<At>[],
  table: RowsAndWords<At>,
): ReportTable[] {
  const parts = Math.ceil(columns.length / mostColumns);
  const each = Math.ceil(columns.length / parts);
  return Array.from({ length: parts }, (_, part) => {
    const own = columns.slice(part * each, (part + 1) * each);
    const range = parts === 1 ? '' : ` Part ${part + 1} of ${parts}.`;
    return {
      kind: 'table' as const,
      id: `${table.id}${parts === 1 ? '' : `-${part + 1}`}`,
      caption: `${table.caption}${range}`,
      columns: [
        { head: 'Model', align: 'start' as const },
        ...own.map(({ head }) => ({ head, align: 'end' as const })),
      ],
      rows: table.rows.map(({ name, cell }) => [[name], ...own.map(({ at }) => cell(at))]),
      notes: table.notes,
    };
  });
}

/** One slice of a grid as tables. */
export function sliceTables(
  { id, columns }: GridSlice,
  table: RowsAndWords<GridCell>,
): ReportTable[] {
  return columnTables(columns, { ...table, id: `${table.id}-${id}` });
}
