import type { CellResult, SweepResult } from '../../protocol/result.ts';
import type { Spec } from '../../protocol/spec.ts';
import { formatPixelValue } from '../pixel-values.ts';

interface Places {
  readonly spec: Pick<Spec, 'grid'>;
  readonly models: readonly { readonly id: string }[];
}

/**
 * How a cell does not belong to the grid or the models of its result; null if it does.
 * @param grid how the file names its grid
 */
export function placeFault(
  { spec, models }: Places,
  cell: Pick<CellResult, 'model' | 'count' | 'value' | 'region'>,
  grid = 'spec.grid',
): string | null {
  const { counts, values, regions } = spec.grid;
  const value = formatPixelValue(cell.value);
  if (!models.some(({ id }) => id === cell.model)) {
    return `model: ${cell.model} is not one of models`;
  }
  if (!counts.includes(cell.count)) return `count: ${cell.count} is not one of ${grid}.counts`;
  if (!values.map(formatPixelValue).includes(value)) {
    return `value: ${value} is not one of ${grid}.values`;
  }
  if (!regions.includes(cell.region)) {
    return `region: ${cell.region} is not one of ${grid}.regions`;
  }
  return null;
}

/** What is wrong with one cell in itself or against the experiment; null if nothing is. */
function cellFault(result: SweepResult, cell: CellResult): string | null {
  const fault = placeFault(result, cell);
  if (fault !== null) return fault;
  const { spec } = result;
  const most = cell.eligible * spec.draws;
  if (cell.wrong > most) return `wrong: ${cell.wrong} of ${most} classifications`;
  if (cell.interval !== null && cell.interval[0] > cell.interval[1]) {
    return 'interval: its lower end is above its upper end';
  }
  return null;
}

/**
 * Checks what a schema cannot: that the parts of a result belong together, so that curve, table and
 * finding can be drawn from it.
 * @returns one line that starts with the field at fault; null if there is none
 */
export function resultFault(result: SweepResult): string | null {
  for (const [index, cell] of result.cells.entries()) {
    const fault = cellFault(result, cell);
    if (fault !== null) return `cells[${index}].${fault}`;
  }
  const known = new Set(result.models.map(({ id }) => id));
  for (const { id } of result.models) {
    if (!(id in result.eligible)) return `eligible.${id}: missing`;
    if (!(id in result.clean)) return `clean.${id}: missing`;
  }
  const summary = result.summary.findIndex(({ model }) => !known.has(model));
  if (summary >= 0) {
    return `summary[${summary}].model: ${result.summary[summary]?.model} is not one of models`;
  }
  const ranked = result.ranking.models.findIndex(({ model }) => !known.has(model));
  if (ranked >= 0) {
    return `ranking.models[${ranked}].model: ${result.ranking.models[ranked]?.model} is not one of models`;
  }
  return null;
}
