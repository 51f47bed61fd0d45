import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { precacheEntries } from './precache-entries.ts';

const entry = fileURLToPath(new URL('../../src/service-worker/service-worker.ts', import.meta.url));

/**
 * Adds `service-worker.js` to a finished build. It is built last, and on its own, since it names
 * every file of the build with its revision: any change of the lab changes it, which is how a
 * browser notices a new version.
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'pixelproof:service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async writeBundle() {
      const { root, logLevel, logger } = config;
      const { target } = config.build;
      const outDir = resolve(root, config.build.outDir);
      const entries = await precacheEntries(outDir);
      const files = await Promise.all(entries.map(({ url }) => stat(join(outDir, url))));
      const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
      logger.info(
        `Stored by browsers: ${entries.length} files, ${megabytes.toFixed(1)} MB as they are`,
      );
      await build({
        configFile: false,
        root,
        ...(logLevel && { logLevel }),
        publicDir: false,
        define: { PRECACHE: JSON.stringify(entries) },
        build: {
          outDir,
          emptyOutDir: false,
          target,
          rolldownOptions: {
            input: entry,
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
