import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { chromiumArgs, chromiumPath } from './tests/support/chromium.ts';

const executablePath = chromiumPath();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // Usually one core is left free, which of two is half.
          maxWorkers: availableParallelism(),
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        publicDir: 'public',
        // Known beforehand, so that none is found, and the page reloaded, in the middle of a test.
        optimizeDeps: {
          include: [
            '@stdlib/stats-base-dists-beta-quantile',
            '@stdlib/stats-base-dists-binomial-cdf',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgpu',
            '@tensorflow/tfjs-core',
            'comlink',
            'fast-png',
            'fflate',
            'idb',
            'jpeg-js',
            'zustand/vanilla',
            'zod',
          ],
        },
        worker: { format: 'es' },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
