import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LabError } from '../protocol/lab-error.ts';
import { parseResult, type AnyResult } from '../run/result-file/parse-result.ts';
import { writeReport } from '../run/report/write-report.ts';
import type { ReportArguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { openOutFolder } from './out-folder.ts';
import { readText } from './read-input.ts';

/** The result of a folder that a run wrote, or the file itself. */
async function resultFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? join(path, 'result.json') : path;
}

function parsed(text: string, file: string): AnyResult {
  try {
    return parseResult(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = error instanceof SyntaxError ? `not JSON: ${reason}` : reason;
    throw new LabError('spec-invalid', `result: ${file}: ${what}`, file);
  }
}

async function readResult(path: string): Promise<AnyResult> {
  const file = await resultFile(path);
  return parsed(await readText(file, 'result', 'spec-invalid'), file);
}

/**
 * Writes one report of all results.
 * @returns the exit code
 * @throws LabError naming the result at fault; nothing is written then
 */
export async function reportCommand({ results, out, format }: ReportArguments): Promise<number> {
  const read: AnyResult[] = [];
  for (const path of results) read.push(await readResult(path));
  const text = writeReport(read, { format });
  const folder = await openOutFolder(dirname(out));
  await folder.write({ [basename(out)]: [text] });
  process.stdout.write(`${out}\n`);
  return EXIT.done;
}
