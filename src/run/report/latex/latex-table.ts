import type { ReportTable, TableCell } from '../document.ts';
import { escapeLatex } from './escape-latex.ts';

/** Texts of more letters wrap in a column of their own width. */
const longText = 40;

function columnSpec({ columns, rows }: ReportTable): string {
  const letters = columns.map(({ align }, at) => {
    if (align === 'end') return 'r';
    const longest = Math.max(
      0,
      ...rows.map((row) => Math.max(0, ...(row[at] ?? []).map((line) => line.length))),
    );
    return longest > longText ? `>{\\raggedright\\arraybackslash}p{0.38\\textwidth}` : 'l';
  });
  return letters.join('');
}

/** One row of the report: a line of estimates, then the intervals, then the counts. */
function rowLines(row: readonly TableCell[]): string[] {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = row.map((cell) => {
      const text = escapeLatex(cell[line] ?? '');
      return line === 0 || text === '' ? text : `{\\scriptsize ${text}}`;
    });
    return `    ${cells.join(' & ')} \\\\`;
  });
}

/** A table as a float with a caption, a label and rules above, between and below. */
export function latexTable(table: ReportTable): string {
  const { id, caption, columns, rows, notes } = table;
  const isTall = rows.some((row) => row.some((cell) => cell.length > 1));
  const body = rows.flatMap((row, at) => [
    ...(at > 0 && isTall ? ['    \\addlinespace'] : []),
    ...rowLines(row),
  ]);
  const notesText = notes.map((note) => ` ${escapeLatex(note)}`).join('');
  return [
    '\\begin{table}[htbp]',
    '  \\centering',
    `  \\caption{${escapeLatex(caption)}${notesText}}`,
    `  \\label{tab:${id.replaceAll(/[^A-Za-z0-9.-]/g, '-')}}`,
    '  \\footnotesize',
    '  \\setlength{\\tabcolsep}{4pt}',
    `  \\begin{tabular}{@{}${columnSpec(table)}@{}}`,
    '    \\toprule',
    `    ${columns.map(({ head }) => escapeLatex(head)).join(' & ')} \\\\`,
    '    \\midrule',
    ...body,
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
  ].join('\n');
}
