import type { FigurePanel, FigurePoint } from '../../../run/figure/figure-types.ts';
import { integer, percent, percentRange } from '../../../run/number-text.ts';
import { ordinalStyle, seriesStyle, type SeriesStyle } from '../../../run/figure/series-style.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import type { Outcome, RecoveryView } from '../../../state/attack-answer/attack-view-store.ts';
import { outcomeNames, outcomes } from '../../../state/attack-answer/outcome-names.ts';
import { epsilonsOf } from '../../../run/attack/attack-names.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { shownInterval, type RecoveryEstimate } from './recovery-estimate.ts';
import type { ShownAttack } from './use-shown-attack.ts';

/** What a figure of recovery holds fixed. */
export interface RecoveryHeld {
  readonly epsilon: number | null;
  readonly value: SpecPixelValue;
  readonly region: number;
}

/** Id of the one panel whose lines are the models. */
export const allModels = 'models';

const outcomeStyles: Readonly<Record<Outcome, SeriesStyle>> = {
  restored: { color: 'var(--gain)', marker: 'circle', dash: undefined, width: 2.5 },
  stillAdversarial: { color: 'var(--loss)', marker: 'square', dash: '7 3', width: 2 },
  otherWrong: { color: 'var(--ink-2)', marker: 'triangle', dash: '2 3', width: 1.5 },
};

/** An outcome of one cell as a point; null where there is no example. */
export function recoveryPoint(
  cell: RecoveryEstimate,
  outcome: Outcome,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): FigurePoint | null {
  const share = cell[outcome];
  if (share.share === null) return null;
  const interval = shownInterval(share, cell.examples, draws);
  const tries = draws === 1 ? '' : ` × ${integer(draws)} draws`;
  return {
    x: cell.count,
    y: 100 * share.share,
    interval: interval && [100 * interval[0], 100 * interval[1]],
    text: percent(share.share),
    range: interval && percentRange(interval),
    note: `${integer(share.count)} of ${integer(cell.examples)} examples${tries}, seed ${seed}`,
  };
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly outcome: Outcome;
  readonly epsilon: number | null;
}

function linesOf(
  { attack, spec }: ShownAttack,
  view: RecoveryView,
  held: RecoveryHeld,
  style: SeriesStyle,
): Line[] {
  if (view === 'outcomes') {
    const names = outcomeNames(spec);
    return outcomes.map((outcome) => ({
      id: outcome,
      name: names[outcome],
      style: outcomeStyles[outcome],
      outcome,
      epsilon: held.epsilon,
    }));
  }
  const epsilons = [...epsilonsOf(attack)].sort((a, b) => a - b);
  return epsilons.map((epsilon, step) => ({
    id: String(epsilon),
    name: `ε ${epsilon}`,
    style: ordinalStyle(style, step, epsilons.length),
    outcome: view,
    epsilon,
  }));
}

function pointsOf(cells: readonly RecoveryEstimate[], line: Line, shown: ShownAttack) {
  const points = new Map<number, FigurePoint>();
  for (const cell of cells) {
    const point =
      cell.epsilon === line.epsilon ? recoveryPoint(cell, line.outcome, shown.spec) : null;
    if (point !== null) points.set(point.x, point);
  }
  return points;
}

/** The cells at one value and region. */
function heldCells({ cells }: ShownAttack, { value, region }: RecoveryHeld) {
  return cells.filter((cell) => cell.region === region && samePixelValue(cell.value, value));
}

/** Whether the lines of a figure are the models: one outcome of one attack. */
export function isOnePanel({ attack }: Pick<ShownAttack, 'attack'>, view: RecoveryView): boolean {
  return view !== 'outcomes' && epsilonsOf(attack).length < 2;
}

/**
 * A panel a model with a line an outcome or an epsilon; one panel of models for one outcome where
 * there is one attack.
 */
export function recoveryPanels(
  shown: ShownAttack,
  view: RecoveryView,
  held: RecoveryHeld,
): readonly FigurePanel[] {
  const { spec } = shown;
  const cells = heldCells(shown, held);
  const positions = modelPositions(spec.models);
  const models = spec.models.map((model) => {
    const id = specModelId(model);
    const style = seriesStyle(positions.get(id) ?? 0);
    return { id, name: modelName(id), style, cells: cells.filter((cell) => cell.model === id) };
  });
  if (view !== 'outcomes' && isOnePanel(shown, view)) {
    const line = { outcome: view, epsilon: held.epsilon };
    const series = models.map(({ cells: own, ...model }) => ({
      ...model,
      points: pointsOf(own, { ...model, ...line }, shown),
    }));
    return [{ id: allModels, heading: null, series }];
  }
  return models.map(({ id, name, style, cells: own }) => ({
    id,
    heading: { name, style },
    series: linesOf(shown, view, held, style).map((line) => ({
      id: line.id,
      name: line.name,
      style: line.style,
      points: pointsOf(own, line, shown),
    })),
  }));
}
