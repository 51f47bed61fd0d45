import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { z } from 'zod';
import { developmentPolicy } from './tools/build/development-policy-plugin.ts';
import { noEval } from './tools/build/no-eval-plugin.ts';
import { serviceWorker } from './tools/build/service-worker-plugin.ts';

const packageSchema = z.object({ version: z.string() });

function versionIn(path: string): string {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return JSON.stringify(packageSchema.parse(JSON.parse(text)).version);
}

export default defineConfig({
  // Relative addresses: the built page runs from any folder of any static host.
  base: './',
  // A missing file is answered with 404, not with the page.
  appType: 'mpa',
  plugins: [react(), developmentPolicy(), noEval(), serviceWorker()],
  define: {
    PIXELPROOF_VERSION: versionIn('./package.json'),
    TFJS_VERSION: versionIn('./node_modules/@tensorflow/tfjs-core/package.json'),
  },
  worker: { format: 'es', plugins: () => [noEval()] },
  build: {
    target: 'es2023',
    manifest: true,
    // The page's content security policy refuses data: addresses for scripts and fetches.
    assetsInlineLimit: 0,
  },
});
