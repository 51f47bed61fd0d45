import type { AnyResult } from '../../run/result-file/parse-result.ts';
import { reportFileName, type ReportFormat } from '../../run/report/report-format.ts';
import { reportApart } from '../../workers/results-apart.ts';

/** A report to be saved. */
export interface ReportFile {
  readonly name: string;
  readonly blob: Blob;
}

/** One report of all results, as the command writes it; null without a result. */
export async function reportFile(
  results: readonly AnyResult[],
  format: ReportFormat,
): Promise<ReportFile | null> {
  if (results.length === 0) return null;
  return { name: reportFileName(format), blob: await reportApart(results, format) };
}
