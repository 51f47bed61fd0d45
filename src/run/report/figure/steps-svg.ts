import { shareUpTo, medianOf, stepPath } from '../../figure/cumulative.ts';
import { alongAxis } from '../../figure/scale.ts';
import { element, textElement } from '../markup.ts';
import { lengthText } from '../../number-text.ts';
import type { StepsDrawing } from './drawing.ts';
import { legend, mark, panelAreas, xAxis, yAxis, type Area } from './sheet.ts';

type Panel = StepsDrawing['panels'][number];

function samples({ x, samples: all }: Panel, y: StepsDrawing['y'], area: Area): string {
  const toX = (value: number) => area.x + alongAxis(x, value) * area.width;
  const toY = (share: number) => area.y + (1 - alongAxis(y, 100 * share)) * area.height;
  const drawn = all.map(({ name, style, sample }) => {
    const median = medianOf(sample);
    const isShown = median !== null && median >= x.domain[0] && median <= x.domain[1];
    return element(
      'g',
      { class: 'series', 'data-series': name },
      element('path', {
        class: 'line',
        d: stepPath(sample, x.domain, toX, toY),
        fill: 'none',
        stroke: style.color,
        'stroke-width': style.width * 0.8,
        'stroke-dasharray': style.dash,
      }),
      isShown
        ? mark(
            style,
            toX(median),
            toY(shareUpTo(sample, median)),
            `${name}: median ${lengthText(median)}`,
          )
        : '',
    );
  });
  return drawn.join('');
}

/** Distribution functions, each with a mark at its median; markup and its height. */
export function stepsMarkup(drawing: StepsDrawing): { markup: string; height: number } {
  const { panels, y } = drawing;
  const keys = legend(drawing.legend);
  const titleY = keys.height + 12;
  const { areas, bottom } = panelAreas(panels.length, titleY + 6, 220, true);
  const drawn = panels.map((panel, at) => {
    const area = areas[at];
    if (area === undefined) return '';
    return element(
      'g',
      { class: 'panel' },
      textElement('text', { class: 'heading', x: area.x, y: area.y - 9 }, panel.heading),
      yAxis(y, area),
      xAxis(panel.x, area),
      samples(panel, y, area),
      textElement(
        'text',
        {
          class: 'title',
          x: area.x + area.width,
          y: area.y + area.height + 34,
          'text-anchor': 'end',
        },
        panel.x.title,
      ),
    );
  });
  const title = textElement('text', { class: 'title', x: 0, y: titleY }, y.title);
  return { markup: keys.markup + title + drawn.join(''), height: bottom + 18 };
}
