import { LabError } from '../../protocol/lab-error.ts';
import type { AnyResult } from '../../run/result-file/parse-result.ts';
import { readArchived } from '../archive/archive.ts';
import type { ArchivedRun } from '../archive/archived-run.ts';

/** Whether a run may have a result that a report writes up: a picture looked at has none. */
export function isReportable({ kind }: Pick<ArchivedRun, 'kind'>): boolean {
  return kind !== 'inspection';
}

/**
 * The results of kept runs, in their order, for one report.
 * @throws LabError `storage` naming the first run that has none
 */
export async function archivedResults(runs: readonly ArchivedRun[]): Promise<AnyResult[]> {
  const results: AnyResult[] = [];
  for (const { id, name } of runs) {
    const content = await readArchived(id);
    if (content.kind === 'inspection' || content.result === null) {
      throw new LabError('storage', `${name} has no result yet; resume it, or leave it out`, id);
    }
    results.push(content.result);
  }
  return results;
}
