import { LabError, type LabErrorData } from '../protocol/lab-error.ts';
import type { BackendName } from '../protocol/lane.ts';
import { startSweep } from '../run/sweep.ts';
import type { SweepOptions, SweepOutcome } from '../run/sweep-types.ts';
import type { SweepArguments } from './arguments.ts';
import { EXIT, isBadInput } from './exit-codes.ts';
import { listenForInterrupts } from './interrupt.ts';
import { openOutFolder, type OutFolder } from './out-folder.ts';
import { progressPrinter } from './progress-line.ts';
import { readSweep } from './read-sweep.ts';
import { resultFiles } from './result-files.ts';

async function compute(options: SweepOptions, out: OutFolder): Promise<SweepOutcome> {
  const run = startSweep(options);
  const progress = progressPrinter(process.stderr);
  const stopShowing = run.subscribe((snapshot) => progress.show(snapshot));
  listenForInterrupts(
    () => {
      progress.end();
      process.stderr.write('stopping, keeping what is done (Ctrl-C again quits at once)\n');
      void run.cancel();
    },
    () => void out.release().finally(() => process.exit(EXIT.interrupted)),
  );
  const outcome = await run.done;
  stopShowing();
  progress.end();
  return outcome;
}

/** Says what to install where a backend that was asked for cannot be started. */
function explained(error: LabErrorData, backend: BackendName): LabError {
  if (error.kind !== 'no-backend' || backend !== 'webgpu') return LabError.from(error);
  const advice = 'it needs a GPU driver and the optional package webgpu, which npm ci installs';
  return new LabError(
    'no-backend',
    `--backend webgpu: ${error.message.replace(/\.$/, '')}; ${advice}`,
    '--backend',
  );
}

async function conclude(
  outcome: SweepOutcome,
  out: OutFolder,
  backend: BackendName,
): Promise<number> {
  if (outcome.phase === 'failed' && isBadInput(outcome.error.kind)) {
    throw explained(outcome.error, backend);
  }
  if (outcome.result === null || outcome.record === null) {
    const reason = outcome.phase === 'failed' ? outcome.error.message : 'interrupted';
    process.stderr.write(`${reason}; nothing had been classified, nothing is kept\n`);
    await out.release();
    return EXIT.interrupted;
  }
  await out.write(resultFiles(outcome.result, outcome.record));
  if (outcome.phase === 'done') {
    process.stdout.write(`${out.path}\n`);
    return EXIT.done;
  }
  const reason = outcome.phase === 'failed' ? outcome.error.message : 'interrupted';
  process.stderr.write(`${reason}; what is done is kept in ${out.path}\n`);
  return EXIT.interrupted;
}

/**
 * Runs the sweep of a spec and writes its results.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export async function sweepCommand(options: SweepArguments): Promise<number> {
  const sweep = await readSweep(options);
  const out = await openOutFolder(options.out);
  try {
    return await conclude(await compute(sweep, out), out, options.backend);
  } catch (error) {
    await out.release();
    throw error;
  }
}
