import { LabError } from '../../protocol/lab-error.ts';
import { RUN_VERSION, type ArchivedRun } from './archived-run.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By the version that it starts from: how a run becomes one of the next version. */
export const migrations: Readonly<Record<number, (run: Fields) => Fields>> = {
  // The first version kept neither the size of a run nor why it had failed.
  1: (run) => ({ ...run, version: 2, bytes: 0, error: null }),
  // The second forgot a run at once when it was deleted.
  2: (run) => ({ ...run, version: 3, deleted: null }),
};

/**
 * A run of any version as it is written now.
 * @throws LabError `storage` where it was kept by a newer lab
 */
export function migrated(kept: object): ArchivedRun {
  let run: Fields = { ...kept };
  while (run['version'] !== RUN_VERSION) {
    const { version } = run;
    const next = typeof version === 'number' ? migrations[version] : undefined;
    if (next === undefined) {
      throw new LabError(
        'storage',
        `The run ${JSON.stringify(run['name'])} was kept by a newer version of the lab (${String(version)}; this page reads up to ${RUN_VERSION}). Reload the page to get its newest version.`,
      );
    }
    run = next(run);
  }
  return run as unknown as ArchivedRun;
}

const noRecords = { heldOut: null, trainedOn: null };

/** A repair kept its tables without the classifications behind them at first. */
function withRecords(repair: Fields): Fields {
  const checkpoint = (repair['checkpoint'] ?? null) as Fields | null;
  const evaluation = (checkpoint?.['evaluation'] ?? null) as Fields | null;
  return {
    records: noRecords,
    ...repair,
    ...(checkpoint !== null &&
      evaluation !== null && {
        checkpoint: { ...checkpoint, evaluation: { records: noRecords, ...evaluation } },
      }),
  };
}

/** Findings of any version as they are written now. */
export function migratedContent(found: unknown): unknown {
  if (typeof found !== 'object' || found === null) return found;
  const content: Fields = { ...found };
  return content['kind'] === 'repair' ? withRecords(content) : found;
}
