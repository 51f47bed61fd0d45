import { plainText } from '../plain-text.ts';
import type { Chapter, ReportDocument, ReportTable, Section } from '../document.ts';
import { escapeLatex } from './escape-latex.ts';
import { latexTables } from './latex-table.ts';

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

/** TeX holds back only so many floats at once where there is no text between them. */
const floatsAtOnce = 12;

function chapter({ title, byline, sections }: Chapter): string[] {
  const floats = tablesOf(sections).flatMap(latexTables);
  return [
    [comment(title), ...byline.map(comment)].join('\n'),
    ...floats.flatMap((float, at) =>
      (at + 1) % floatsAtOnce === 0 || at + 1 === floats.length ? [float, '\\clearpage'] : [float],
    ),
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
      comment('The document needs \\usepackage[T1]{fontenc}, {textcomp}, {booktabs}, {array} and'),
      comment('{graphicx}; names in other than Latin letters need LuaLaTeX or XeLaTeX.'),
      ...notices.map(comment),
    ].join('\n'),
    ...chapters.flatMap(chapter),
  ].join('\n\n')}\n`;
}
