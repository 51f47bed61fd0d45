import type { LabRun, RunOptions, RunOutcome, RunSnapshot } from '../run/sweep-types.ts';
import type { SweepArguments } from './arguments.ts';
import { EXIT, isBadInput } from './exit-codes.ts';
import { explained } from './explained.ts';
import { listenForInterrupts } from './interrupt.ts';
import { openOutFolder, type OutFolder } from './out-folder.ts';
import { progressPrinter } from './progress-line.ts';
import { readSweep } from './read-sweep.ts';

/** A run as the command sees it. */
export interface RunToFiles<Result, Record> {
  readonly start: (options: RunOptions) => LabRun<RunSnapshot<unknown>, RunOutcome<Result, Record>>;
  /** What is counted on the way, for a person. */
  readonly counted: string;
  /** The files of the results by name, each as pieces of text. */
  readonly files: (
    result: Result,
    record: Record,
  ) => Readonly<{ [name: string]: Iterable<string> }>;
}

async function compute<Result, Record>(
  { start, counted }: RunToFiles<Result, Record>,
  options: RunOptions,
  out: OutFolder,
): Promise<RunOutcome<Result, Record>> {
  const run = start(options);
  const progress = progressPrinter(process.stderr, undefined, counted);
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

async function conclude<Result, Record>(
  { files }: RunToFiles<Result, Record>,
  outcome: RunOutcome<Result, Record>,
  out: OutFolder,
  { backend }: SweepArguments,
  { spec }: RunOptions,
): Promise<number> {
  if (outcome.phase === 'failed' && isBadInput(outcome.error.kind)) {
    throw explained(outcome.error, backend, spec.models);
  }
  if (outcome.result === null || outcome.record === null) {
    const reason = outcome.phase === 'failed' ? outcome.error.message : 'interrupted';
    process.stderr.write(`${reason}; nothing had been classified, nothing is kept\n`);
    await out.release();
    return EXIT.interrupted;
  }
  await out.write(files(outcome.result, outcome.record));
  if (outcome.phase === 'done') {
    process.stdout.write(`${out.path}\n`);
    return EXIT.done;
  }
  const reason = outcome.phase === 'failed' ? outcome.error.message : 'interrupted';
  process.stderr.write(`${reason}; what is done is kept in ${out.path}\n`);
  return EXIT.interrupted;
}

/**
 * Reads a spec, runs it and writes its results.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export async function runToFiles<Result, Record>(
  options: SweepArguments,
  run: RunToFiles<Result, Record>,
): Promise<number> {
  const read = await readSweep(options);
  const out = await openOutFolder(options.out);
  try {
    return await conclude(run, await compute(run, read, out), out, options, read);
  } catch (error) {
    await out.release();
    throw error;
  }
}
