import type { FigureAxis } from '../../figure/figure-types.ts';
import { alongAxis } from '../../figure/scale.ts';
import { element, textElement } from '../markup.ts';
import type { DotRow, DotsDrawing, End } from './drawing.ts';
import { fitted, mark, sheetWidth, textWidth, xAxis, type Area } from './sheet.ts';

const rowHeight = 24;
const headingHeight = 26;

function place(axis: FigureAxis, area: Area, end: End): number {
  if (end === 'below') return area.x;
  if (end === 'above') return area.x + area.width;
  const along = Math.min(1, Math.max(0, alongAxis(axis, end)));
  return area.x + along * area.width;
}

/** An arrow's head at the end of an axis: it goes on from here. */
function arrow(x: number, y: number, towards: 1 | -1, color: string): string {
  const d = `M${x - towards * 7} ${y - 4}L${x} ${y}L${x - towards * 7} ${y + 4}`;
  return element('path', { class: 'beyond', d, fill: 'none', stroke: color, 'stroke-width': 1.75 });
}

function interval({ axis }: DotsDrawing, area: Area, y: number, row: DotRow): string {
  if (row.estimate === null) return '';
  const { low, high, at } = row.estimate;
  const from = place(axis, area, low);
  const to = place(axis, area, high);
  const { color } = row.style;
  const cap = (end: End, x: number, towards: 1 | -1) =>
    typeof end === 'number'
      ? element('path', { d: `M${x.toFixed(2)} ${y - 4}v8`, stroke: color, 'stroke-width': 1.5 })
      : arrow(x, y, towards, color);
  return [
    element('path', {
      class: 'bars',
      d: `M${from.toFixed(2)} ${y}H${to.toFixed(2)}`,
      stroke: color,
      'stroke-width': 1.5,
    }),
    cap(low, from, low === 'above' ? 1 : -1),
    cap(high, to, high === 'below' ? -1 : 1),
    typeof at === 'number'
      ? mark(row.style, place(axis, area, at), y, `${row.name}: ${row.text}`)
      : '',
  ].join('');
}

/** Rows of estimates with intervals beside their names and figures; markup and its height. */
export function dotsMarkup(drawing: DotsDrawing): { markup: string; height: number } {
  const rows = drawing.groups.flatMap((group) => group.rows);
  const names = Math.min(220, Math.max(60, ...rows.map(({ name }) => textWidth(name)))) + 14;
  const texts = Math.max(60, ...rows.map(({ text }) => textWidth(text))) + 12;
  const area = { x: names, width: sheetWidth - names - texts, y: 0, height: 0 };
  let y = 4;
  const drawn: string[] = [];
  for (const { heading, rows: own } of drawing.groups) {
    if (heading !== null) {
      y += headingHeight;
      drawn.push(
        textElement('text', { class: 'heading', x: 0, y: y - 8 }, fitted(heading, sheetWidth)),
      );
    }
    for (const row of own) {
      const middle = y + rowHeight / 2;
      drawn.push(
        element(
          'g',
          { class: 'row', 'data-series': row.id },
          element('line', {
            class: 'grid',
            x1: area.x,
            x2: area.x + area.width,
            y1: middle,
            y2: middle,
          }),
          textElement('text', { x: 0, y: middle + 4 }, fitted(row.name, names - 14)),
          interval(drawing, area, middle, row),
          textElement('text', { x: sheetWidth, y: middle + 4, 'text-anchor': 'end' }, row.text),
        ),
      );
      y += rowHeight;
    }
  }
  const { reference, axis } = drawing;
  const at = reference === null ? null : place(axis, area, reference);
  const line =
    at === null ? '' : element('line', { class: 'reference', x1: at, x2: at, y1: 4, y2: y + 4 });
  return {
    markup: [
      line,
      ...drawn,
      xAxis(axis, { ...area, y: 4, height: y }),
      textElement(
        'text',
        { class: 'title', x: area.x + area.width, y: y + 40, 'text-anchor': 'end' },
        axis.title,
      ),
    ].join(''),
    height: y + 48,
  };
}
