import type {
  Block,
  Chapter,
  Inline,
  ReportDocument,
  ReportTable,
  Section,
  Text,
} from '../document.ts';
import { texMath } from '../math/tex.ts';
import { Numbering } from '../numbering.ts';
import { plainLines } from '../plain-text.ts';
import { codeSpan, escapeMarkdown, fenced } from './escape-markdown.ts';

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  if ('strong' in piece) return `**${escapeMarkdown(piece.strong)}**`;
  if ('code' in piece) return codeSpan(piece.code);
  return `$${texMath(piece.math)}$`;
}

function running(text: Text): string {
  return typeof text === 'string' ? escapeMarkdown(text) : text.map(inline).join('');
}

/** The estimate with all that belongs to it in one line. */
function cellText(lines: readonly string[]): string {
  const [main = '', ...rest] = lines;
  const small = rest.filter((line) => line !== '');
  return escapeMarkdown(
    [
      [main, ...small.filter((line) => line.startsWith('('))].join(' '),
      ...small.filter((line) => !line.startsWith('(')),
    ].join(', '),
  );
}

function table({ caption, columns, rows, notes }: ReportTable, number: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${number}** ${escapeMarkdown(caption)}`,
    [
      line(columns.map(({ head }) => escapeMarkdown(head))),
      line(columns.map(({ align }) => (align === 'end' ? '--:' : ':--'))),
      ...rows.map((row) => line(row.map(cellText))),
    ].join('\n'),
    ...notes.map(escapeMarkdown),
  ].join('\n\n');
}

function block(each: Block, numbers: Numbering): string[] {
  switch (each.kind) {
    case 'paragraph':
      return [running(each.text)];
    case 'lead':
      return [`**${running(each.text)}**`];
    case 'list':
      return [each.items.map((item) => `- ${running(item)}`).join('\n')];
    case 'definitions':
      return [
        each.items.map(({ term, text }) => `- **${running(term)}**: ${running(text)}`).join('\n'),
      ];
    case 'equation':
      return [`$$\n${texMath(each.math)}\n$$`];
    case 'references':
      return [each.items.map((item, at) => `${at + 1}. ${escapeMarkdown(item)}`).join('\n')];
    case 'code':
      return [
        escapeMarkdown(each.label),
        fenced(plainLines(each.text), each.label.endsWith('.json') ? 'json' : 'sh'),
      ];
    case 'quote':
      return [`> ${escapeMarkdown(each.text)}`];
    case 'table':
      return [table(each, numbers.table())];
    case 'figure':
      // Figures are drawings that Markdown cannot hold; the tables have all of their numbers.
      return [];
  }
}

function section({ title, blocks }: Section, level: string, numbers: Numbering): string[] {
  const written = blocks.flatMap((each) => block(each, numbers));
  return written.length === 0 ? [] : [`${level} ${escapeMarkdown(title)}`, ...written];
}

function chapter(
  { title, byline, sections }: Chapter,
  isOnly: boolean,
  numbers: Numbering,
): string[] {
  const level = isOnly ? '##' : '###';
  return [
    ...(isOnly ? [] : [`## ${escapeMarkdown(title)}`]),
    byline.map(escapeMarkdown).join('\\\n'),
    ...sections.flatMap((each) => section(each, level, numbers)),
  ];
}

/** A report as GitHub-flavoured Markdown, without its figures. */
export function writeMarkdown({ title, notices, chapters, shared }: ReportDocument): string {
  const numbers = new Numbering();
  return `${[
    `# ${escapeMarkdown(title)}`,
    ...notices.map(escapeMarkdown),
    ...chapters.flatMap((each) => chapter(each, chapters.length === 1, numbers)),
    ...shared.flatMap((each) => section(each, '##', numbers)),
  ].join('\n\n')}\n`;
}
