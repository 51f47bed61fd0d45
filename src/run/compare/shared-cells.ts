import { samePixelValue } from '../pixel-values.ts';
import type { Cell } from '../plan.ts';

/** A cell that two runs have; draws do not depend on the other cells of a grid. */
interface SharedCell {
  readonly baseline: Cell;
  readonly other: Cell;
}

/** The cells that two grids share, in the order of the first. */
export function sharedCells(baseline: readonly Cell[], other: readonly Cell[]): SharedCell[] {
  return baseline.flatMap((cell) => {
    const twin = other.find(
      ({ count, value, region }) =>
        count === cell.count && region === cell.region && samePixelValue(value, cell.value),
    );
    return twin === undefined ? [] : [{ baseline: cell, other: twin }];
  });
}
