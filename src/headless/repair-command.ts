import { imagesCsv } from '../run/export/images-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import { modelFolder } from '../run/repair/model-folder.ts';
import { startRepair } from '../run/repair/repair.ts';
import type { RepairOptions, RepairOutcome } from '../run/repair/repair-types.ts';
import type { SweepArguments } from './arguments.ts';
import { explained } from './explained.ts';
import { EXIT, isBadInput } from './exit-codes.ts';
import { listenForInterrupts } from './interrupt.ts';
import { openOutFolder, type OutFolder } from './out-folder.ts';
import { linePrinter } from './progress-line.ts';
import { readRepair } from './read-repair.ts';
import { repairLine } from './repair-line.ts';

async function compute(options: RepairOptions, out: OutFolder): Promise<RepairOutcome> {
  const run = startRepair(options);
  const printer = linePrinter(process.stderr);
  const stopShowing = run.subscribe((snapshot) => printer.show(() => repairLine(snapshot)));
  listenForInterrupts(
    () => {
      printer.end();
      process.stderr.write('stopping, keeping what is done (Ctrl-C again quits at once)\n');
      void run.cancel();
    },
    () => void out.release().finally(() => process.exit(EXIT.interrupted)),
  );
  const outcome = await run.done;
  stopShowing();
  printer.end();
  return outcome;
}

function filesOf({ result, models, records }: RepairOutcome, { spec, test }: RepairOptions) {
  const { classes } = spec.repair;
  const { classNames } = test;
  const names = classes ? classes.flatMap((each) => classNames[each] ?? []) : classNames;
  const folders = models.flatMap((model) =>
    Object.entries(modelFolder(model, names)).map(
      ([name, bytes]) => [`${model.id}/${name}`, [bytes]] as const,
    ),
  );
  return {
    ...Object.fromEntries(folders),
    ...(records.heldOut && { 'images.csv': imagesCsv(records.heldOut) }),
    ...(records.trainedOn && { 'training-images.csv': imagesCsv(records.trainedOn) }),
    ...(result && { 'result.json': [resultJson(result)] }),
  };
}

/**
 * Repairs the model of a spec and writes the result and the repaired models.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export async function repairCommand(options: SweepArguments): Promise<number> {
  const read = await readRepair(options);
  const out = await openOutFolder(options.out);
  try {
    const outcome = await compute(read, out);
    const { phase, error, result } = outcome;
    if (phase === 'failed' && error !== null && isBadInput(error.kind)) {
      throw explained(error, options.backend, read.spec.models);
    }
    const reason = phase === 'failed' && error !== null ? error.message : 'interrupted';
    if (result === null) {
      process.stderr.write(`${reason}; nothing had been trained, nothing is kept\n`);
      await out.release();
      return EXIT.interrupted;
    }
    await out.write(filesOf(outcome, read));
    if (phase === 'done') {
      process.stdout.write(`${out.path}\n`);
      return EXIT.done;
    }
    process.stderr.write(`${reason}; what is done is kept in ${out.path}\n`);
    return EXIT.interrupted;
  } catch (error) {
    await out.release();
    throw error;
  }
}
