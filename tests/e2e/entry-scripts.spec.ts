import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { z } from 'zod';

const dist = new URL('../../dist/', import.meta.url);
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);

interface Script {
  readonly file: string;
  readonly code: string;
}

type Manifest = z.infer<typeof manifestSchema>;

/** The scripts with all that they import statically, and with what these import where `follow` says so. */
async function withImports(
  manifest: Manifest,
  keys: readonly string[],
  follow: 'static' | 'all',
): Promise<Script[]> {
  const waiting = [...keys];
  const seen = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = manifest[key] ?? {};
    waiting.push(...imports, ...(follow === 'all' ? dynamicImports : []));
  }
  const files = [...seen].flatMap((key) => manifest[key]?.file ?? []);
  return Promise.all(
    files.map(async (file) => ({ file, code: await readFile(new URL(file, dist), 'utf8') })),
  );
}

async function readManifest(): Promise<{ manifest: Manifest; entries: string[] }> {
  const text = await readFile(new URL('.vite/manifest.json', dist), 'utf8');
  const manifest = manifestSchema.parse(JSON.parse(text));
  return { manifest, entries: Object.keys(manifest).filter((key) => manifest[key]?.isEntry) };
}

test('what is loaded before the page is drawn stays under 350 kB compressed', async () => {
  const { manifest, entries } = await readManifest();
  // The entry imports the page in parts, each evaluated in a task of its own.
  const parts = entries.flatMap((key) => manifest[key]?.dynamicImports ?? []);
  const scripts = await withImports(manifest, [...entries, ...parts], 'static');
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  expect(bytes).toBeLessThan(350_000);
});

test('the page holds nothing of TensorFlow.js, which other scripts of the build do', async () => {
  // The name under which tfjs-core keeps its engine; no minifier renames it.
  const trace = '_tfengine';
  const assets = (await readdir(new URL('assets/', dist))).filter((name) => name.endsWith('.js'));
  const holders: string[] = [];
  for (const name of assets) {
    const code = await readFile(new URL(`assets/${name}`, dist), 'utf8');
    if (code.includes(trace)) holders.push(`assets/${name}`);
  }
  expect(holders).not.toEqual([]);

  const { manifest, entries } = await readManifest();
  const scripts = await withImports(manifest, entries, 'all');
  expect(scripts.map(({ file }) => file).filter((file) => holders.includes(file))).toEqual([]);
});

test('every script of the page comes from a file, as its security policy demands', async () => {
  const html = await readFile(new URL('index.html', dist), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
