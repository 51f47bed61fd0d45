import type { ReportTable, TableCell, TableColumn } from '../document.ts';
import { element, escapeMarkup, textElement } from '../markup.ts';

/** From so many columns on, print sets a table in smaller type. */
const manyColumns = 6;
/** A table of more rows may go on over the page. */
const manyRows = 12;

function lines([main = '', ...small]: TableCell): string {
  return (
    textElement('span', {}, main) + small.map((line) => textElement('small', {}, line)).join('')
  );
}

function cell(content: TableCell, column: TableColumn | undefined, isFirst: boolean): string {
  if (isFirst) return element('th', { scope: 'row' }, lines(content));
  return element('td', { class: column?.align ?? 'start' }, lines(content));
}

/** A table with its caption, in a box that scrolls where the screen is narrower. */
export function htmlTable({ id, caption, columns, rows, notes }: ReportTable, number: string) {
  const className = columns.length >= manyColumns ? 'table compact' : 'table';
  const head = columns.map(({ head: text, align }) =>
    textElement('th', { scope: 'col', class: align }, text),
  );
  const body = rows.map((row) =>
    element('tr', {}, ...row.map((content, at) => cell(content, columns[at], at === 0))),
  );
  const table = element(
    'table',
    { id },
    element(
      'caption',
      {},
      element('span', {}, textElement('b', {}, number), escapeMarkup(caption)),
    ),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body.map((row) => `${row}\n`)),
  );
  return element(
    'div',
    { class: rows.length > manyRows ? `${className} long` : className },
    element('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': number }, table),
    ...notes.map((note) => textElement('p', { class: 'notes' }, note)),
  );
}
