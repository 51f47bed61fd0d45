import { attackImagesCsv } from '../../run/attack/attack-images-csv.ts';
import { recoveryCsv } from '../../run/attack/recovery-csv.ts';
import {
  cellsCsvApart,
  imagesCsvApart,
  inSlices,
  resultJsonApart,
} from '../../workers/results-apart.ts';
import type { KeptRun } from './kept-run.ts';
import { shownResult, type ShownRun } from './run-store.ts';

export type ExportName = 'spec.json' | 'result.json' | 'cells.csv' | 'images.csv';

function imagesOf(kept: KeptRun | null): Promise<Blob> | null {
  switch (kept?.kind) {
    case 'sweep':
      return kept.outcome?.record ? imagesCsvApart(kept.outcome.record) : null;
    case 'attack':
      return kept.outcome?.record
        ? inSlices(attackImagesCsv(kept.outcome.record), 'text/csv')
        : null;
    case undefined:
      return null;
  }
}

/**
 * A file of results as the command writes it; null where there is none.
 * @param kept what lies behind the run that is shown; null for a result from a file
 */
export async function writeFileOf(
  shown: ShownRun,
  kept: KeptRun | null,
  name: ExportName,
): Promise<Blob | null> {
  const { result, attackResult } = shown;
  const any = shownResult(shown);
  if (any === null) return null;
  switch (name) {
    case 'spec.json':
      return new Blob([`${JSON.stringify(any.spec, null, 2)}\n`], { type: 'application/json' });
    case 'result.json':
      return resultJsonApart(any);
    case 'cells.csv':
      if (attackResult !== null) return inSlices(recoveryCsv(attackResult), 'text/csv');
      return result && cellsCsvApart(result);
    case 'images.csv':
      return imagesOf(kept);
  }
}
