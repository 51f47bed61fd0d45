import { formatPixelValue } from './pixel-values.ts';
import type { RankCell } from '../protocol/spec.ts';

/** What is changed at one place of a grid. */
export type GridCell = Pick<RankCell, 'count' | 'value' | 'region'>;

/** A text that two cells share only if they are the same. */
export function cellKey({ count, value, region }: GridCell): string {
  return `${count} ${formatPixelValue(value)} ${region}`;
}

/** Finds what an owner, such as a model, has at a cell. */
type CellLookup<Row> = (owner: string, at: GridCell) => Row | undefined;

/**
 * Rows of cells to be looked up, however many there are. Of two rows of one owner at one cell the
 * first is found.
 * @param ownerOf whose a row is; the model's by default
 */
export function indexCells<Row extends GridCell & { readonly model: string }>(
  rows: readonly Row[],
  ownerOf: (row: Row) => string = ({ model }) => model,
): CellLookup<Row> {
  const owners = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const own = owners.get(owner) ?? new Map<string, Row>();
    owners.set(owner, own);
    const key = cellKey(row);
    if (!own.has(key)) own.set(key, row);
  }
  return (owner, at) => owners.get(owner)?.get(cellKey(at));
}
