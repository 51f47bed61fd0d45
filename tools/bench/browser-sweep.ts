import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, preview, type InlineConfig } from 'vite';
import { chromiumArgs, chromiumPath } from '../../tests/support/chromium.ts';
import { median, type Figure } from './measure.ts';
import type { BenchOutcome } from './page/bench-page.ts';

const IMAGES = 500;
const RUNS = 3;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function runInChromium(address: string): Promise<BenchOutcome> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    args: chromiumArgs,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return await page.evaluate<BenchOutcome>(`runCountExperiment(${IMAGES})`);
  } finally {
    await browser.close();
  }
}

/** The count experiment in a browser: a page that is built, served and run afresh each time. */
export async function browserSweep(): Promise<Figure[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const config: InlineConfig = {
    configFile: false,
    root: here('./page'),
    publicDir: here('../../public'),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { target: 'es2023', outDir, emptyOutDir: true, assetsInlineLimit: 0 },
    preview: { port: 0 },
  };
  await build(config);
  const server = await preview(config);
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the page is not served');
    const outcomes: BenchOutcome[] = [];
    while (outcomes.length < RUNS) outcomes.push(await runInChromium(address));
    const [first] = outcomes;
    if (first === undefined) throw new Error('no run was made');
    const { backend, lanes, classifications } = first;
    const rate = median(outcomes.map(({ imagesPerSecond }) => imagesPerSecond));
    return [
      {
        what: `five models, counts 1 to 64, ${IMAGES} images in Chromium`,
        value: median(outcomes.map(({ seconds }) => seconds)),
        unit: 's',
        atMost: 60,
        detail: `${classifications} classifications, ${Math.round(rate)} a second, ${backend} with ${lanes} lanes`,
      },
    ];
  } finally {
    await server.close();
    await rm(outDir, { recursive: true });
  }
}
