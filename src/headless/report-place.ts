import { extname, join } from 'node:path';
import { reportFileName, reportFormats, type ReportFormat } from '../run/report/report-format.ts';

const names: readonly ReportFormat[] = ['html', 'markdown', 'latex'];

/**
 * Where a report goes and what it is written as: a file is told by its ending, anything else is a
 * folder for `report.html` or its like.
 * @param out as it was typed; the folder where the command was typed if undefined
 * @param format as it was typed; that of the file's ending, or HTML, if undefined
 * @returns null where there is no such format
 */
export function reportPlace(
  out: string | undefined,
  format: string | undefined,
): { readonly file: string; readonly format: ReportFormat } | null {
  const ending = extname(out ?? '').slice(1);
  const byEnding = names.find((name) => reportFormats[name].extension === ending);
  const named = names.find((name) => name === (format ?? byEnding ?? 'html'));
  if (named === undefined) return null;
  const file =
    byEnding === undefined || out === undefined ? join(out ?? '', reportFileName(named)) : out;
  return { file, format: named };
}
