import { plainText } from '../plain-text.ts';
import type { Chapter, ReportDocument, ReportTable, Section } from '../document.ts';
import { escapeLatex } from './escape-latex.ts';
import { latexTable } from './latex-table.ts';

/** A line that TeX does not read, whatever is in it. */
function comment(text: string): string {
  return `% ${plainText(text)}`;
}

function tablesOf(sections: readonly Section[]): ReportTable[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

function quotes(sections: readonly Section[]): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : [])),
  );
}

function chapter({ title, byline, sections }: Chapter): string[] {
  return [
    [comment(title), ...byline.map(comment)].join('\n'),
    ...tablesOf(sections).map(latexTable),
    ...quotes(sections).map((quote) => `${comment('To cite:')}\n${comment(escapeLatex(quote))}`),
  ];
}

/**
 * The tables of a report as LaTeX to be read in by a document, one float each: models in rows, what
 * was varied in columns, the interval and the counts under each estimate.
 */
export function writeLatex({ title, notices, chapters }: ReportDocument): string {
  return `${[
    [
      comment(`Tables of a Pixelproof report: ${title}`),
      comment('The document needs \\usepackage[T1]{fontenc}, {textcomp}, {booktabs} and {array};'),
      comment('names in other than Latin letters need LuaLaTeX or XeLaTeX.'),
      ...notices.map(comment),
    ].join('\n'),
    ...chapters.flatMap(chapter),
  ].join('\n\n')}\n`;
}
