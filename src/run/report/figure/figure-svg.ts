import { element, textElement } from '../markup.ts';
import { lengthText } from '../../number-text.ts';
import { medianOf } from '../../figure/cumulative.ts';
import type { ReportFigure } from '../document.ts';
import { curvesMarkup } from './curves-svg.ts';
import { dotsMarkup } from './dots-svg.ts';
import type { CurvesDrawing, Drawing } from './drawing.ts';
import { sheetWidth } from './sheet.ts';
import { stepsMarkup } from './steps-svg.ts';

function drawn(drawing: Drawing): { markup: string; height: number } {
  switch (drawing.kind) {
    case 'curves':
      return curvesMarkup(drawing);
    case 'dots':
      return dotsMarkup(drawing);
    case 'steps':
      return stepsMarkup(drawing);
  }
}

/** Each line by its two ends. */
function curvesWords({ panels, positions }: CurvesDrawing): string[] {
  return panels.flatMap(({ heading, series }) =>
    series.flatMap(({ name, points }) => {
      const measured = positions.flatMap((at) => points.get(at) ?? []);
      const first = measured[0];
      const last = measured.at(-1);
      if (first === undefined || last === undefined) return [];
      const where = heading === null ? '' : `${heading}, `;
      const start = `${where}${name}: ${first.text} at ${first.note}`;
      return [first === last ? `${start}.` : `${start}, ${last.text} at ${last.note}.`];
    }),
  );
}

/** What a figure shows, for those who do not see it; the tables have every number. */
function spoken(drawing: Drawing): string {
  switch (drawing.kind) {
    case 'curves':
      return curvesWords(drawing).join(' ');
    case 'dots':
      return drawing.groups
        .flatMap(({ heading, rows }) =>
          rows.map(
            ({ name, text }) => `${heading === null ? '' : `${heading}, `}${name}: ${text}.`,
          ),
        )
        .join(' ');
    case 'steps':
      return drawing.panels
        .flatMap(({ heading, samples }) =>
          samples.map(
            ({ name, sample }) => `${heading}, ${name}: median ${lengthText(medianOf(sample))}.`,
          ),
        )
        .join(' ');
  }
}

/** A figure as an SVG element that takes its colours from the variables of the page it stands in. */
export function figureSvg({ id, caption, drawing }: ReportFigure): string {
  const { markup, height } = drawn(drawing);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${sheetWidth} ${Math.ceil(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    textElement('title', { id: `${id}-title` }, caption),
    textElement('desc', { id: `${id}-desc` }, spoken(drawing)),
    markup,
  );
}
