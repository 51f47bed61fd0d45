import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

const dist = new URL('../../dist', import.meta.url);
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

test('the entry scripts hold nothing of TensorFlow.js, which other scripts of the build do', async () => {
  // The name under which tfjs-core keeps its engine; no minifier renames it.
  const trace = '_tfengine';
  const assets = (await readdir(new URL('assets/', dist))).filter((name) => name.endsWith('.js'));
  const holders: string[] = [];
  for (const name of assets) {
    const code = await readFile(new URL(`assets/${name}`, dist), 'utf8');
    if (code.includes(trace)) holders.push(`assets/${name}`);
  }
  expect(holders).not.toEqual([]);

  const entry = (await entryScripts()).map(({ file }) => file);
  expect(entry.filter((file) => holders.includes(file))).toEqual([]);
});

test('every script of the page comes from a file, as its security policy demands', async () => {
  const html = await readFile(new URL('index.html', dist), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
