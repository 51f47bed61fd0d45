import { chromium, type Page } from '@playwright/test';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { chromiumArgs, chromiumPath } from '../../tests/support/chromium.ts';
import { traceMainThread, type MainThreadTask } from '../../tests/support/main-thread.ts';
import { withBuiltSite } from './built-site.ts';
import type { Figure } from './measure.ts';

/** 5 models, 10,000 images, 40 settings, 10 draws: 20 million classifications. */
const spec: SpecInput = {
  version: 1,
  name: 'large',
  seed: 7,
  models: ['resnet', 'densenet', 'vgg', 'alexnet', 'squeezenet'],
  images: { source: 'roadside', split: 'test', count: 10_000 },
  draws: 10,
  grid: {
    counts: [1, 2, 4, 8, 16, 24, 32, 48, 64, 96],
    values: ['replace', { offset: 64 }],
    regions: [1, 0.5],
  },
};

/** Checkpoints that are waited for: the first writes everything, the next what has changed. */
const CHECKPOINTS = 4;

const watch = `
  globalThis.keptRun = () => new Promise((resolve) => {
    const opened = indexedDB.open('pixelproof');
    opened.onsuccess = () => {
      const asked = opened.result.transaction('runs').objectStore('runs').getAll();
      asked.onsuccess = () => {
        opened.result.close();
        resolve(asked.result[0] ?? { updated: 0, bytes: 0 });
      };
    };
  });
`;

interface KeptRun {
  readonly updated: number;
  readonly bytes: number;
}

/** Waits for checkpoints that hold findings. */
async function untilKept(page: Page): Promise<KeptRun> {
  const seen = new Set<number>();
  let run: KeptRun = { updated: 0, bytes: 0 };
  while (seen.size < CHECKPOINTS) {
    run = await page.evaluate<KeptRun>('keptRun()');
    if (run.bytes > 0) seen.add(run.updated);
    await page.evaluate('new Promise((go) => setTimeout(go, 100))');
  }
  return run;
}

const ready = (page: Page) => page.getByRole('button', { name: /· \d+ lanes?$/ }).waitFor();

async function traced(page: Page, act: () => Promise<void>): Promise<readonly MainThreadTask[]> {
  const endTrace = await traceMainThread(page);
  await act();
  return endTrace();
}

function figureOf(what: string, tasks: readonly MainThreadTask[], detail: string): Figure {
  const longest = Math.max(...tasks.map(({ computed }) => computed));
  return {
    what,
    value: longest,
    unit: 'ms',
    atMost: 50,
    detail: `computing time of one of ${tasks.length} tasks, one lane; ${detail}`,
  };
}

/** Whether the page stays free while a run of many megabytes is kept, and while it is gone on with. */
export async function checkpointTasks(): Promise<Figure[]> {
  const executablePath = chromiumPath();
  return withBuiltSite(async (address) => {
    const browser = await chromium.launch({
      args: chromiumArgs,
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(120_000);
      await page.addInitScript(
        "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 });",
      );
      await page.addInitScript(watch);
      await page.goto(address);
      await ready(page);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({
          name: 'spec.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(spec)),
        });
      await page.getByText('10,000 test images').first().waitFor();
      let bytes = 0;
      const running = await traced(page, async () => {
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        ({ bytes } = await untilKept(page));
      });
      await page.reload();
      await ready(page);
      const resuming = await traced(page, async () => {
        await page.getByRole('button', { name: 'Resume large', exact: true }).click();
        await page.getByRole('status').getByText('Running', { exact: true }).waitFor();
      });
      const size = `${(bytes / 1e6).toFixed(0)} MB of findings, ${CHECKPOINTS} checkpoints`;
      return [
        figureOf('longest task of the main thread, a large run kept', running, size),
        figureOf('longest task of the main thread, resuming it', resuming, 'until it runs'),
      ];
    } finally {
      await browser.close();
    }
  });
}
