import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './tests/support/chromium.ts';

// Checkouts beside one another can be tested at once.
const port = Number(process.env['PIXELPROOF_PORT'] ?? 4187);
const executablePath = chromiumPath();
const timed = 'main-thread.spec.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: timed },
    // How long the page computes is not known while tests beside it take the processor's caches.
    { name: 'main-thread', testMatch: timed },
  ],
  outputDir: '.cache/playwright',
  // Pages wait as often as they compute: two keep two cores busy.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // On a shared machine a neighbour can starve the browser; what needed a second try is named.
  retries: process.env['CI'] ? 1 : 0,
  // Five models on a core that others share take minutes.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    // What a service worker serves cannot be altered by a test; those that are about it allow it.
    serviceWorkers: 'block',
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
});
