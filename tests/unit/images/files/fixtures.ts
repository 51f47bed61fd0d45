import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const FOLDER = new URL('../../../fixtures/images/', import.meta.url);

/** An image as the golden files store it: `rgb` in base 64. */
export const storedImage = z.object({ width: z.number(), height: z.number(), rgb: z.string() });

/** A golden JSON file. */
export function fixture<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** Path of a golden image file. */
export function fixtureFile(name: string): string {
  return fileURLToPath(new URL(`files/${name}`, FOLDER));
}
