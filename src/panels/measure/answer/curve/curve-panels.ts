import type { FigurePanel, FigurePlace, FigurePoint } from '../../../../run/figure/figure-types.ts';
import { ordinalStyle, seriesStyle } from '../../../../run/figure/series-style.ts';
import { specModelId } from '../../../../protocol/model-id.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { formatPixelValue, samePixelValue } from '../../../../run/pixel-values.ts';
import type { CurveMeasure, PinnedCell } from '../../../../state/answer/view-store.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import type { Estimate } from './estimate.ts';
import { pointOf } from './measures.ts';
import type { PanelLines, Setting } from './panel-lines.ts';

type Shown = Pick<Spec, 'models' | 'images' | 'eligibility' | 'draws' | 'seed'>;

/** Id of the one panel whose lines are the models. */
const allModels = 'models';

function lineKey(model: string, { value, region }: Pick<Setting, 'value' | 'region'>): string {
  return `${model} ${formatPixelValue(value)} ${region}`;
}

/** The points of every line that was measured, by `lineKey`. */
function pointsOf(
  estimates: readonly Estimate[],
  measure: CurveMeasure,
  spec: Shown,
): ReadonlyMap<string, ReadonlyMap<number, FigurePoint>> {
  const lines = new Map<string, Map<number, FigurePoint>>();
  for (const estimate of estimates) {
    const point = pointOf(measure, estimate, spec);
    if (point === null) continue;
    const key = lineKey(estimate.model, estimate);
    const line = lines.get(key) ?? new Map<number, FigurePoint>();
    line.set(point.x, point);
    lines.set(key, line);
  }
  return lines;
}

const noPoints: ReadonlyMap<number, FigurePoint> = new Map();

/** One panel of models, or a panel a model with a line a setting. */
export function curvePanels(
  estimates: readonly Estimate[],
  measure: CurveMeasure,
  spec: Shown,
  { by, settings }: PanelLines,
): readonly FigurePanel[] {
  const lines = pointsOf(estimates, measure, spec);
  const positions = modelPositions(spec.models);
  const models = spec.models.map((model) => {
    const id = specModelId(model);
    return { id, name: modelName(id), style: seriesStyle(positions.get(id) ?? 0) };
  });
  const pointsAt = (model: string, setting: Setting) =>
    lines.get(lineKey(model, setting)) ?? noPoints;

  if (by === null) {
    const [only] = settings;
    if (only === undefined) return [];
    const series = models.map((model) => ({ ...model, points: pointsAt(model.id, only) }));
    return [{ id: allModels, heading: null, series }];
  }
  return models.map(({ id, name, style }) => ({
    id,
    heading: { name, style },
    series: settings.map((setting, step) => ({
      id: setting.id,
      name: setting.name,
      style: ordinalStyle(style, step, settings.length),
      points: pointsAt(id, setting),
    })),
  }));
}

/** The cell behind a point of the figure. */
export function cellAt({ panel, series, x }: FigurePlace, lines: PanelLines): PinnedCell | null {
  const setting =
    lines.by === null ? lines.settings[0] : lines.settings.find(({ id }) => id === series);
  if (setting === undefined) return null;
  const model = lines.by === null ? series : panel;
  return { model, count: x, value: setting.value, region: setting.region };
}

/** Where a figure shows a cell; null where it does not. */
export function placeOf(cell: PinnedCell | null, lines: PanelLines): FigurePlace | null {
  const setting = lines.settings.find(
    ({ value, region }) =>
      cell !== null && region === cell.region && samePixelValue(value, cell.value),
  );
  if (cell === null || setting === undefined) return null;
  return lines.by === null
    ? { panel: allModels, series: cell.model, x: cell.count }
    : { panel: cell.model, series: setting.id, x: cell.count };
}
