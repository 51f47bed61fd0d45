import type { FigureAxis } from '../../figure/figure-types.ts';
import { markerOutline } from '../../figure/marker-outline.ts';
import { alongAxis, thinTicks } from '../../figure/scale.ts';
import type { SeriesStyle } from '../../figure/series-style.ts';
import { element, textElement } from '../markup.ts';
import type { KeyEntry } from './drawing.ts';

/** Width of every figure, in units that print at a quarter of a millimetre. */
export const sheetWidth = 720;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of a letter of the figures' text, on average, with room to spare. */
const letterWidth = 6.7;
const keyLength = 30;
const legendLine = 22;

/** About how wide a text of the figures is. */
export function textWidth(text: string): number {
  return text.length * letterWidth;
}

/** A text cut to a width. */
export function fitted(text: string, width: number): string {
  const letters = Math.max(2, Math.floor(width / letterWidth));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}

/** A mark at a place, with what it says when it is pointed at. */
export function mark(style: SeriesStyle, x: number, y: number, says: string | null, radius = 4) {
  const { marker, color } = style;
  const hollow = marker === 'ring';
  const shape = element('path', {
    d: markerOutline(marker, 0, 0, radius),
    fill: hollow ? 'var(--paper)' : color,
    stroke: hollow ? color : 'var(--paper)',
    'stroke-width': hollow ? 2 : 1,
  });
  const title = says === null ? '' : textElement('title', {}, says);
  return element(
    'g',
    { class: 'mark', transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` },
    title,
    shape,
  );
}

/** A piece of a line with its marker. */
function key(style: SeriesStyle, x: number, y: number): string {
  const line = element('line', {
    x1: x,
    x2: x + keyLength,
    y1: y,
    y2: y,
    stroke: style.color,
    'stroke-width': style.width,
    'stroke-dasharray': style.dash,
  });
  return line + mark(style, x + keyLength / 2, y, null);
}

/** Keys side by side, in as many lines as they need. */
export function legend(entries: readonly KeyEntry[]): { markup: string; height: number } {
  let x = 0;
  let y = 12;
  const drawn = entries.map(({ name, style }) => {
    const shown = fitted(name, sheetWidth - keyLength - 20);
    const length = keyLength + 8 + textWidth(shown) + 18;
    if (x > 0 && x + length > sheetWidth) {
      x = 0;
      y += legendLine;
    }
    const text = textElement('text', { x: x + keyLength + 8, y: y + 4 }, shown);
    const entry = element('g', { class: 'key' }, key(style, x, y), text);
    x += length;
    return entry;
  });
  return { markup: drawn.join(''), height: entries.length === 0 ? 0 : y + 18 };
}

/** Horizontal axis: its line, ticks and labels under an area. */
export function xAxis(axis: FigureAxis, area: Area): string {
  const bottom = area.y + area.height;
  const base = element('line', {
    class: 'axis',
    x1: area.x,
    x2: area.x + area.width,
    y1: bottom,
    y2: bottom,
  });
  const ticks = thinTicks(axis, area.width).map(({ at, label }) => {
    const x = area.x + alongAxis(axis, at) * area.width;
    const line = element('line', { class: 'axis', x1: x, x2: x, y1: bottom, y2: bottom + 4 });
    const text = textElement('text', { x, y: bottom + 17, 'text-anchor': 'middle' }, label);
    return element('g', { class: 'x-tick' }, line, text);
  });
  return base + ticks.join('');
}

/** Vertical axis: labels and a faint line across for each tick. */
export function yAxis(axis: FigureAxis, area: Area): string {
  const ticks = axis.ticks.map(({ at, label }) => {
    const y = area.y + (1 - alongAxis(axis, at)) * area.height;
    const line = element('line', {
      class: 'grid',
      x1: area.x,
      x2: area.x + area.width,
      y1: y,
      y2: y,
    });
    const text = textElement('text', { x: area.x - 7, y: y + 4, 'text-anchor': 'end' }, label);
    return element('g', { class: 'y-tick' }, line, text);
  });
  return ticks.join('');
}

/** Areas of panels in rows, under `top`; headings stand above each, tick labels below. */
export function panelAreas(
  panels: number,
  top: number,
  height: number,
  headed: boolean,
): { areas: Area[]; bottom: number } {
  const columns = panels === 4 ? 2 : Math.min(3, panels);
  const left = 44;
  const gap = 14;
  const width = (sheetWidth - gap * (columns - 1)) / columns;
  const head = headed ? 24 : 6;
  const foot = 28;
  const areas = Array.from({ length: panels }, (_, at) => ({
    x: (at % columns) * (width + gap) + left,
    y: top + Math.floor(at / columns) * (head + height + foot) + head,
    width: width - left - 8,
    height,
  }));
  return { areas, bottom: top + Math.ceil(panels / columns) * (head + height + foot) };
}
