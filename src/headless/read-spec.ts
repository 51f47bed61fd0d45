import { dirname, resolve } from 'node:path';
import { LabError } from '../protocol/lab-error.ts';
import { parseSpec } from '../protocol/parse-spec.ts';
import type { Spec } from '../protocol/spec.ts';
import { checkGrid } from '../run/check-spec.ts';
import { readText } from './read-input.ts';

export interface SpecFile {
  readonly spec: Spec;
  /** Absolute; paths in the spec are relative to it. */
  readonly folder: string;
}

/**
 * Reads a file of JSON.
 * @throws LabError `spec-invalid` naming the file
 */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path, 'spec', 'spec-invalid');
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LabError('spec-invalid', `spec: ${path}: not JSON: ${reason}`, path);
  }
}

/**
 * Reads a spec and checks all of it that does not depend on other files.
 * @throws LabError `spec-invalid` with one line that names the file or the field
 */
export async function readSpec(path: string): Promise<SpecFile> {
  const spec = parseSpec(await readJson(path));
  checkGrid(spec);
  return { spec, folder: dirname(resolve(path)) };
}
