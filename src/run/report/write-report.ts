import type { AnyResult } from '../result-file/parse-result.ts';
import { composeReport } from './compose-report.ts';
import { writeHtml } from './html/write-html.ts';
import { writeLatex } from './latex/write-latex.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import type { ReportFormat } from './report-format.ts';

/**
 * A report of one or several results as the text of one file; the same results give the same text.
 * @throws RangeError without a result
 */
export function writeReport(
  results: readonly AnyResult[],
  { format }: { readonly format: ReportFormat },
): string {
  const report = composeReport(results);
  switch (format) {
    case 'html':
      return writeHtml(report);
    case 'markdown':
      return writeMarkdown(report);
    case 'latex':
      return writeLatex(report);
  }
}
