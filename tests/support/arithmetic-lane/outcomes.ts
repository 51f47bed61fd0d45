import { imagesCsv } from '../../../src/run/export/images-csv.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import type { LabRun, SweepOptions, SweepOutcome } from '../../../src/run/sweep-types.ts';

export function csvOf(outcome: SweepOutcome): string {
  return outcome.record ? [...imagesCsv(outcome.record)].join('') : '';
}

/** Runs a sweep to its end; throws where it does not get there. */
export async function finish(options: SweepOptions): Promise<SweepOutcome> {
  const outcome = await startSweep(options).done;
  if (outcome.phase === 'failed') throw new Error(outcome.error.message);
  return outcome;
}

/** The first snapshot, now or later, that meets a condition; rejects if the run ends before. */
export function firstSnapshot<Snapshot>(
  run: LabRun<Snapshot, { readonly phase: string }>,
  meets: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    void run.done.then(({ phase }) => reject(new Error(`the run ended before: ${phase}`)));
    const look = (snapshot: Snapshot) => {
      if (!meets(snapshot)) return;
      stop();
      resolve(snapshot);
    };
    const stop = run.subscribe(look);
    look(run.snapshot());
  });
}
