import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

const dist = new URL('../../dist/', import.meta.url);
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
  }),
);

/** Scripts that index.html loads before anything is clicked: the entry and all that it imports statically. */
async function entryScripts(): Promise<{ file: string; code: string }[]> {
  const text = await readFile(new URL('.vite/manifest.json', dist), 'utf8');
  const manifest = manifestSchema.parse(JSON.parse(text));
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const seen = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  const files = [...seen].flatMap((key) => manifest[key]?.file ?? []);
  return Promise.all(
    files.map(async (file) => ({ file, code: await readFile(new URL(file, dist), 'utf8') })),
  );
}

test('the entry scripts stay under 350 kB compressed', async () => {
  const scripts = await entryScripts();
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  expect(bytes).toBeLessThan(350_000);
});

test('the entry scripts hold nothing of TensorFlow.js, which the lane does', async () => {
  // A message of tfjs-core's registry of backends, which every build of it contains.
  const trace = 'not found in registry';
  const scripts = await entryScripts();
  expect(scripts.filter(({ code }) => code.includes(trace)).map(({ file }) => file)).toEqual([]);

  const html = await readFile(new URL('index.html', dist), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  const lane = scripts
    .map(({ code }) => /browser-lane-[\w-]+\.js/.exec(code)?.[0])
    .find((name) => name !== undefined);
  expect(lane).toBeDefined();
  expect(await readFile(new URL(`assets/${lane}`, dist), 'utf8')).toContain(trace);
});
