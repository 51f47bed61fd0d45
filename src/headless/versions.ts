import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from '../protocol/zod.ts';

const packageSchema = z.object({ version: z.string() });

async function versionIn(path: string | URL): Promise<string> {
  return packageSchema.parse(JSON.parse(await readFile(path, 'utf8'))).version;
}

/** What computed a result, for its manifest. */
export async function readVersions(): Promise<Record<string, string>> {
  const { resolve } = createRequire(import.meta.url);
  return {
    pixelproof: await versionIn(new URL('../../package.json', import.meta.url)),
    tfjs: await versionIn(resolve('@tensorflow/tfjs-core/package.json')),
    node: process.versions.node,
  };
}
