import { cellsCsv } from '../run/export/cells-csv.ts';
import { imagesCsv } from '../run/export/images-csv.ts';
import { resultJson } from '../run/export/result-json.ts';
import { startSweep } from '../run/sweep.ts';
import type { SweepArguments } from './arguments.ts';
import { runToFiles } from './run-to-files.ts';

/**
 * Runs the sweep of a spec and writes its results.
 * @returns the exit code
 * @throws LabError where the spec or a file that it names is at fault; nothing is written then
 */
export function sweepCommand(options: SweepArguments): Promise<number> {
  return runToFiles(options, {
    start: startSweep,
    counted: 'classifications',
    files: (result, record) => ({
      'images.csv': imagesCsv(record),
      'cells.csv': cellsCsv(result),
      'result.json': [resultJson(result)],
    }),
  });
}
