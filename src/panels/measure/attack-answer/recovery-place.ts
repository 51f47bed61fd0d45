import type { FigurePlace } from '../../../run/figure/figure-types.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import type { PinnedAttack, RecoveryView } from '../../../state/attack-answer/attack-view-store.ts';
import { outcomes } from '../../../state/attack-answer/outcome-names.ts';
import { allModels, isOnePanel, type RecoveryHeld } from './recovery-lines.ts';
import type { ShownAttack } from './use-shown-attack.ts';

/** The cell behind a point of the figure of recovery. */
export function exampleCellAt(
  { panel, series, x }: FigurePlace,
  shown: Pick<ShownAttack, 'attack'>,
  view: RecoveryView,
  { epsilon, value, region }: RecoveryHeld,
): PinnedAttack | null {
  const setting = { count: x, value, region };
  if (view === 'outcomes') {
    const outcome = outcomes.find((each) => each === series);
    return outcome === undefined ? null : { ...setting, model: panel, epsilon, outcome };
  }
  return isOnePanel(shown, view)
    ? { ...setting, model: series, epsilon, outcome: view }
    : { ...setting, model: panel, epsilon: Number(series), outcome: view };
}

/** Where the figure of recovery shows a cell; null where it does not. */
export function placeOfExamples(
  cell: PinnedAttack | null,
  shown: Pick<ShownAttack, 'attack'>,
  view: RecoveryView,
  held: RecoveryHeld,
): FigurePlace | null {
  if (cell === null || cell.region !== held.region || !samePixelValue(cell.value, held.value)) {
    return null;
  }
  const { model, epsilon, count: x, outcome } = cell;
  if (view === 'outcomes') {
    return epsilon === held.epsilon ? { panel: model, series: outcome, x } : null;
  }
  if (isOnePanel(shown, view)) return { panel: allModels, series: model, x };
  return { panel: model, series: String(epsilon), x };
}
