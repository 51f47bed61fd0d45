import { sha256 } from '../../../core/sha256.ts';
import type { Block, Chapter, Inline, ReportDocument, Section, Text } from '../document.ts';
import { figureSvg } from '../figure/figure-svg.ts';
import { element, escapeLines, escapeMarkup, textElement } from '../markup.ts';
import { mathMl } from '../math/mathml.ts';
import { htmlTable } from './html-table.ts';
import { Numbering } from '../numbering.ts';
import { styleSheet } from './style.ts';

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeMarkup(piece);
  if ('strong' in piece) return textElement('strong', {}, piece.strong);
  if ('code' in piece) return textElement('code', {}, piece.code);
  return mathMl(piece.math, 'inline');
}

function running(text: Text): string {
  return typeof text === 'string' ? escapeMarkup(text) : text.map(inline).join('');
}

/** Whether a printed page keeps these lines together. */
function isShort(lines: string): boolean {
  return lines.split('\n').length <= 8;
}

function block(each: Block, numbers: Numbering): string {
  switch (each.kind) {
    case 'paragraph':
      return element('p', {}, running(each.text));
    case 'lead':
      return element('p', { class: 'lead' }, running(each.text));
    case 'list':
      return element('ul', {}, ...each.items.map((item) => element('li', {}, running(item))));
    case 'definitions':
      return element(
        'dl',
        {},
        ...each.items.flatMap(({ term, text }) => [
          element('dt', {}, running(term)),
          element('dd', {}, running(text)),
        ]),
      );
    case 'equation':
      return element(
        'div',
        { class: 'equation', tabindex: 0, role: 'group', 'aria-label': 'Equation' },
        mathMl(each.math, 'block'),
      );
    case 'references':
      return element(
        'ol',
        { class: 'references' },
        ...each.items.map((item) => textElement('li', {}, item)),
      );
    case 'code':
      return (
        element('p', { class: 'label' }, textElement('strong', {}, each.label)) +
        element(
          'pre',
          { tabindex: 0, class: isShort(each.text) ? 'short' : undefined },
          element('code', {}, escapeLines(each.text)),
        )
      );
    case 'quote':
      return textElement('blockquote', {}, each.text);
    case 'table':
      return htmlTable(each, numbers.table());
    case 'figure': {
      const number = numbers.figure();
      return element(
        'figure',
        { id: each.id },
        element(
          'div',
          { class: 'drawing', tabindex: 0, role: 'group', 'aria-label': number },
          figureSvg(each),
        ),
        element('figcaption', {}, textElement('b', {}, number), escapeMarkup(each.caption)),
      );
    }
  }
}

function section({ id, title, blocks }: Section, level: 'h2' | 'h3', numbers: Numbering): string {
  return element(
    'section',
    { id },
    textElement(level, {}, title),
    ...blocks.map((each) => `${block(each, numbers)}\n`),
  );
}

function byline(lines: readonly string[]): string {
  return element('p', { class: 'byline' }, ...lines.map((line) => textElement('span', {}, line)));
}

function chapter(each: Chapter, isOnly: boolean, numbers: Numbering): string {
  const parts = each.sections.map((own) => section(own, isOnly ? 'h2' : 'h3', numbers));
  if (isOnly) return parts.join('');
  const head = textElement('h2', {}, each.title) + byline(each.byline);
  return element('section', { class: 'chapter', id: each.id }, head, ...parts);
}

function contents({ chapters, shared }: ReportDocument): string {
  const links = [...chapters, ...shared].map(({ id, title }) =>
    element('li', {}, textElement('a', { href: `#${id}` }, title)),
  );
  return element('nav', { 'aria-label': 'Contents' }, element('ol', {}, ...links));
}

/** Of a style element's content, as a content security policy names it. */
function styleHash(style: string): string {
  const digits = sha256(new TextEncoder().encode(style)).match(/../g) ?? [];
  return btoa(String.fromCharCode(...digits.map((pair) => Number.parseInt(pair, 16))));
}

/**
 * A report as one file of HTML: no script, nothing asked of any server, and a policy that would
 * stop both. Figures stand in it as drawings, formulas as MathML.
 */
export function writeHtml(report: ReportDocument): string {
  const { title, chapters, shared, notices, runningHead } = report;
  const style = styleSheet(runningHead);
  const policy = `default-src 'none'; style-src 'sha256-${styleHash(style)}'; base-uri 'none'; form-action 'none'`;
  const numbers = new Numbering();
  const [only] = chapters;
  const isOnly = chapters.length === 1 && only !== undefined;
  const head = element(
    'header',
    {},
    textElement('h1', {}, title),
    isOnly ? byline(only.byline) : contents(report),
    ...notices.map((notice) => textElement('p', { class: 'notice' }, notice)),
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    textElement('title', {}, title),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    head,
    '<main>',
    ...chapters.map((each) => chapter(each, isOnly, numbers)),
    ...shared.map((each) => section(each, 'h2', numbers)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
