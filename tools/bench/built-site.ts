import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** Builds the lab afresh and serves it as long as the work lasts. */
export async function withBuiltSite<T>(work: (address: string) => Promise<T>): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-site-'));
  const config = {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error' as const,
    build: { outDir, emptyOutDir: true },
    preview: { port: 0 },
  };
  try {
    await build(config);
    const server = await preview(config);
    try {
      const address = server.resolvedUrls?.local[0];
      if (address === undefined) throw new Error('the page is not served');
      return await work(address);
    } finally {
      await server.close();
    }
  } finally {
    await rm(outDir, { recursive: true });
  }
}
