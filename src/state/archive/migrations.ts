import { LabError } from '../../protocol/lab-error.ts';
import { RUN_VERSION, type ArchivedRun } from './archived-run.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By the version that it starts from: how a run becomes one of the next version. */
export const migrations: Readonly<Record<number, (run: Fields) => Fields>> = {
  // The first version kept neither the size of a run nor why it had failed.
  1: (run) => ({ ...run, version: 2, bytes: 0, error: null }),
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
