import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../fixtures/images/', import.meta.url);

/** A golden JSON file; its shape is that of the script that wrote it. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;
}

/** Path of a golden image file. */
export function fixtureFile(name: string): string {
  return fileURLToPath(new URL(`files/${name}`, FOLDER));
}
