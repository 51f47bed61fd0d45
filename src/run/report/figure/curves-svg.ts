import type { FigureSeries } from '../../figure/figure-types.ts';
import {
  bandPath,
  barsPath,
  linePath,
  placeSeries,
  sideStep,
  type PlacedSeries,
} from '../../figure/place-series.ts';
import { alongAxis, leastGap } from '../../figure/scale.ts';
import { element, textElement } from '../markup.ts';
import type { CurvesDrawing } from './drawing.ts';
import { fitted, legend, mark, panelAreas, xAxis, yAxis, type Area } from './sheet.ts';

function seriesMarks(placed: PlacedSeries, intervals: 'bars' | 'bands', radius: number): string {
  const { id, name, style } = placed.series;
  const { color, dash, width } = style;
  const path = (className: string, d: string, more: Record<string, string | number | undefined>) =>
    d === '' ? '' : element('path', { class: className, d, fill: 'none', stroke: color, ...more });
  return element(
    'g',
    { class: 'series', 'data-series': id },
    intervals === 'bands'
      ? path('band', bandPath(placed), {
          fill: color,
          'fill-opacity': 0.08,
          'stroke-opacity': 0.35,
          'stroke-width': 0.75,
        })
      : path('bars', barsPath(placed), { 'stroke-width': 1, 'stroke-opacity': 0.75 }),
    path('line', linePath(placed), {
      'stroke-width': width,
      'stroke-dasharray': dash,
      'stroke-linejoin': 'round',
    }),
    ...placed.points.map(({ point, x, y }) => {
      const range = point.range === null ? '' : ` (${point.range})`;
      return mark(style, x, y, `${name}, ${point.note}: ${point.text}${range}`, radius);
    }),
  );
}

function panelMarks(drawing: CurvesDrawing, series: readonly FigureSeries[], area: Area): string {
  const { x, y, positions } = drawing;
  const gap = leastGap(x, positions, area.width);
  const step = sideStep(series.length, gap);
  const placed = placeSeries(
    series,
    positions,
    step,
    (value) => area.x + alongAxis(x, value) * area.width,
    (value) => area.y + (1 - alongAxis(y, value)) * area.height,
  );
  const hasBars = step > 0 || (series.length === 1 && gap >= 4);
  const radius = gap < 10 ? 2 : gap < 24 ? 2.75 : 4;
  return placed.map((each) => seriesMarks(each, hasBars ? 'bars' : 'bands', radius)).join('');
}

/** Panels of lines with intervals; returns the markup and its height. */
export function curvesMarkup(drawing: CurvesDrawing): { markup: string; height: number } {
  const { panels, x, y } = drawing;
  const keys = legend(drawing.legend);
  const titleY = keys.height + 12;
  const headed = panels.some(({ heading }) => heading !== null);
  const height = panels.length === 1 ? 250 : 150;
  const { areas, bottom } = panelAreas(panels.length, titleY + 6, height, headed);
  const drawn = panels.map(({ heading, series }, at) => {
    const area = areas[at];
    if (area === undefined) return '';
    const head =
      heading === null
        ? ''
        : textElement(
            'text',
            { class: 'heading', x: area.x, y: area.y - 9 },
            fitted(heading, area.width),
          );
    const marks = panelMarks(drawing, series, area);
    return element('g', { class: 'panel' }, head, yAxis(y, area), xAxis(x, area), marks);
  });
  return {
    markup: [
      keys.markup,
      textElement('text', { class: 'title', x: 0, y: titleY }, y.title),
      ...drawn,
      textElement(
        'text',
        { class: 'title', x: 712, y: bottom + 12, 'text-anchor': 'end' },
        x.title,
      ),
    ].join(''),
    height: bottom + 20,
  };
}
