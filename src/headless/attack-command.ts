import { attackImagesCsv } from '../run/attack/attack-images-csv.ts';
import { startAttackRun } from '../run/attack/attack-run.ts';
import { recoveryCsv } from '../run/attack/recovery-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import type { SweepArguments } from './arguments.ts';
import { runToFiles } from './run-to-files.ts';

/**
 * Runs the attack of a spec and writes its results.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export function attackCommand(options: SweepArguments): Promise<number> {
  return runToFiles(options, {
    start: startAttackRun,
    counted: 'images',
    files: (result, record) => ({
      'images.csv': attackImagesCsv(record),
      'cells.csv': recoveryCsv(result),
      'result.json': [resultJson(result)],
    }),
  });
}
