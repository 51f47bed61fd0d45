import { cellKey } from '../cell-index.ts';
import type { Cell } from '../plan.ts';

/** A cell that two runs have; draws do not depend on the other cells of a grid. */
interface SharedCell {
  readonly baseline: Cell;
  readonly other: Cell;
}

/** The cells that two grids share, in the order of the first. */
export function sharedCells(baseline: readonly Cell[], other: readonly Cell[]): SharedCell[] {
  const twins = new Map(other.map((cell) => [cellKey(cell), cell]));
  return baseline.flatMap((cell) => {
    const twin = twins.get(cellKey(cell));
    return twin === undefined ? [] : [{ baseline: cell, other: twin }];
  });
}
