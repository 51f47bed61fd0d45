import { countAxis, percentAxis } from '../../../../run/figure/axes.ts';
import type { FigureAxes, FigurePanel, FigurePoint } from '../../../../run/figure/figure-types.ts';
import { integer, percent, percentRange } from '../../../../run/number-text.ts';
import { seriesStyle } from '../../../../run/figure/series-style.ts';
import { clopperPearson } from '../../../../core/clopper-pearson.ts';
import type {
  Fragility,
  FragilityCell,
  FragilitySettings,
} from '../../../../state/inspect/questions/fragility.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';

/** The axes, from the question alone: nothing moves when answers come. */
export function fragilityAxes({ counts }: Pick<FragilitySettings, 'counts'>): FigureAxes {
  return {
    x: countAxis('Changed pixels, logarithmic', counts),
    y: percentAxis('Draws that flip the answer, %', [0, 100], 'end'),
    reference: null,
  };
}

/** The flip rate with its interval; null before the first draw. */
export function flipPoint(
  { count, draws, flips }: FragilityCell,
  seed: number,
): FigurePoint | null {
  if (draws === 0) return null;
  const interval = clopperPearson(flips, draws);
  return {
    x: count,
    y: (100 * flips) / draws,
    interval: [100 * interval[0], 100 * interval[1]],
    text: percent(flips / draws),
    range: percentRange(interval),
    note: `${integer(flips)} of ${integer(draws)} draws, seed ${seed}`,
  };
}

/** One line a model. */
export function fragilityPanels({ settings, cells }: Fragility): readonly FigurePanel[] {
  const positions = modelPositions([]);
  const series = settings.models.map((id) => {
    const points = cells
      .filter(({ model }) => model === id)
      .flatMap((cell) => flipPoint(cell, settings.seed) ?? []);
    return {
      id,
      name: modelName(id),
      style: seriesStyle(positions.get(id) ?? 0),
      points: new Map(points.map((point) => [point.x, point])),
    };
  });
  return [{ id: 'models', heading: null, series }];
}
