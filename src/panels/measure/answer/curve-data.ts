import type { AccuracyPoint, AccuracySeries } from '../../../charts/curve/accuracy-series.ts';
import type { CellResult } from '../../../protocol/result.ts';
import type { Tally } from '../../../run/sweep-types.ts';
import { bundledModels } from '../../../state/models/bundled-models.ts';

function fromTally({ count, accuracy, interval, classified, wrong, pi }: Tally) {
  if (accuracy === null || interval === null) return null;
  return { count, accuracy, interval, trials: classified, wrong, pi, piInterval: null };
}

function fromCell(cell: CellResult, draws: number): AccuracyPoint | null {
  const { count, accuracy, interval, eligible, wrong, pi, piInterval } = cell;
  if (accuracy === null || interval === null) return null;
  return { count, accuracy, interval, trials: eligible * draws, wrong, pi, piInterval };
}

function toSeries(points: readonly { model: string; point: AccuracyPoint | null }[]) {
  return bundledModels.map(({ id, name }, position): AccuracySeries => {
    const own = points.flatMap(({ model, point }) =>
      model === id && point !== null ? [[point.count, point] as const] : [],
    );
    return { id, name, position, points: new Map(own) };
  });
}

/** The curves of a run that goes on. */
export function seriesOfTallies(tallies: readonly Tally[]): readonly AccuracySeries[] {
  return toSeries(tallies.map((tally) => ({ model: tally.model, point: fromTally(tally) })));
}

/** The curves of an ended run. */
export function seriesOfCells(
  cells: readonly CellResult[],
  draws: number,
): readonly AccuracySeries[] {
  return toSeries(cells.map((cell) => ({ model: cell.model, point: fromCell(cell, draws) })));
}
