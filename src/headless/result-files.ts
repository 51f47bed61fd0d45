import type { SweepResult } from '../protocol/result.ts';
import { cellsCsv } from '../run/export/cells-csv.ts';
import { imagesCsv } from '../run/export/images-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import type { SweepRecord } from '../run/sweep-types.ts';

/** The files of a sweep by name, each as pieces of text. */
export function resultFiles(
  result: SweepResult,
  record: SweepRecord,
): Record<string, Iterable<string>> {
  return {
    'images.csv': imagesCsv(record),
    'cells.csv': cellsCsv(result),
    'result.json': [resultJson(result)],
  };
}
