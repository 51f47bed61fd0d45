import type { ReportTable, TableCell } from '../document.ts';
import { escapeLatex } from './escape-latex.ts';
import { lettersIn, pageTables, tableShape, wrapped } from './table-shape.ts';

/** Words of more letters may be broken between groups of so many. */
const longWord = 20;
const group = 8;

/** A text whose long words, such as hashes and paths, can be broken. */
function breakable(text: string): string {
  const word = (long: string): string =>
    long.length <= longWord
      ? escapeLatex(long)
      : (long.match(new RegExp(`.{1,${group}}`, 'gu')) ?? [])
          .map(escapeLatex)
          .join('\\hspace{0pt}');
  return text.split(' ').map(word).join(' ');
}

function columnSpec({ columns }: ReportTable, wraps: readonly (number | null)[]): string {
  return columns
    .map(({ align }, at) => {
      const share = wraps[at];
      if (share == null) return align === 'end' ? 'r' : 'l';
      return `>{\\raggedright\\arraybackslash}p{${share.toFixed(3)}\\linewidth}`;
    })
    .join('');
}

/**
 * The lines of a cell. Words that wrap beside intervals and counts get their lines here, since TeX
 * would push those down.
 */
function cellLines(cell: TableCell, share: number | null, isTall: boolean): string[] {
  const [main = '', ...small] = cell;
  const tiny = small.map(
    (line) => `{\\scriptsize ${share === null ? escapeLatex(line) : breakable(line)}}`,
  );
  if (share === null) return [escapeLatex(main), ...tiny];
  const lines = isTall && small.length === 0 ? wrapped(main, lettersIn(share)) : [main];
  return [...lines.map(breakable), ...tiny];
}

/** One row of the report: a line of estimates, then the intervals, then the counts. */
function rowLines(row: readonly TableCell[], wraps: readonly (number | null)[]): string[] {
  const isTall = row.some((cell) => cell.length > 1);
  const cells = row.map((cell, at) => cellLines(cell, wraps[at] ?? null, isTall));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, line) => `    ${cells.map((lines) => lines[line] ?? '').join(' & ')} \\\\`,
  );
}

function headText(lines: readonly string[]): string {
  const [only = ''] = lines;
  return lines.length <= 1
    ? escapeLatex(only)
    : `\\shortstack[r]{${lines.map(escapeLatex).join('\\\\')}}`;
}

function float(table: ReportTable): string {
  const { id, caption, rows, notes } = table;
  const { heads, wraps } = tableShape(table);
  const isTall = rows.some((row) => row.some((cell) => cell.length > 1));
  const body = rows.flatMap((row, at) => [
    ...(at > 0 && isTall ? ['    \\addlinespace'] : []),
    ...rowLines(row, wraps),
  ]);
  return [
    '\\begin{table}[htbp]',
    '  \\centering',
    '  \\setlength{\\abovecaptionskip}{0pt}\\setlength{\\belowcaptionskip}{6pt}',
    `  \\caption{${escapeLatex(caption)}}`,
    `  \\label{tab:${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')}}`,
    '  \\footnotesize',
    '  \\setlength{\\tabcolsep}{4pt}',
    `  \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{\\begin{tabular}{@{}${columnSpec(table, wraps)}@{}}`,
    '    \\toprule',
    `    ${heads.map(headText).join(' & ')} \\\\`,
    '    \\midrule',
    ...body,
    '    \\bottomrule',
    '  \\end{tabular}}',
    ...(notes.length === 0
      ? []
      : [
          '  \\par\\smallskip',
          `  \\parbox{\\linewidth}{\\scriptsize\\raggedright ${notes.map(escapeLatex).join(' ')}}`,
        ]),
    '\\end{table}',
  ].join('\n');
}

/**
 * A table as floats with a caption, a label, rules above, between and below, and its notes: one, or
 * several where it would not fit on a page. A table that is wider than the text is scaled to it.
 */
export function latexTables(table: ReportTable): string[] {
  return pageTables(table).map(float);
}
