import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repairResultSchema, type RepairResult } from '../../src/protocol/repair-result.ts';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { drop } from './files.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectUnderWay,
  openLab,
  test,
} from './lab-page.ts';
import { expectRepaired, keptModels, makeSmall, openRepair, saved } from './repair-page.ts';
import { openRuns, row } from './runs-page.ts';

/** What the browser says of the runs that it keeps. */
function keptFacts(page: Page): Promise<{ share: number; bytes: number }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open('pixelproof');
        opened.addEventListener('error', () => reject(new Error('no database')));
        opened.addEventListener('success', () => {
          const database = opened.result;
          const asked = database.transaction('runs').objectStore('runs').getAll();
          asked.addEventListener('success', () => {
            database.close();
            resolve(asked.result as { share: number; bytes: number }[]);
          });
        });
      }),
  );
}

/** Bytes of findings that are kept. */
async function keptBytes(page: Page): Promise<number> {
  return (await keptFacts(page)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Has the page keep what it has, as when it is left. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
}

/** What must not depend on a break: all but times and what computed. */
function lasting({ manifest, repaired, ...result }: RepairResult) {
  return {
    ...result,
    modelHashes: manifest.modelHashes,
    repaired: repaired.map((each) => ({ ...each, seconds: null })),
  };
}

test.describe('a browser that ends in the middle of a run', () => {
  let profile = '';
  let context: BrowserContext | null = null;

  const launch = async (): Promise<Page> => {
    const executablePath = chromiumPath();
    const baseURL = test.info().project.use.baseURL;
    context = await chromium.launchPersistentContext(profile, {
      args: [...chromiumArgs],
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      ...(executablePath && { executablePath }),
      ...(baseURL !== undefined && { baseURL }),
    });
    return context.pages()[0] ?? (await context.newPage());
  };

  test.beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'pixelproof-'));
  });
  test.afterEach(async () => {
    await context?.close();
    await rm(profile, { recursive: true, force: true });
  });

  /** Waits until a checkpoint has something of the run. */
  const expectCheckpoint = (page: Page) =>
    expect
      .poll(async () => Math.max(0, ...(await keptFacts(page)).map(({ share }) => share)), {
        timeout: 120_000,
      })
      .toBeGreaterThan(0.02);

  /** The renderer dies without a last word, and the browser is opened again. */
  const crash = async (page: Page): Promise<Page> => {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await context?.close();
    return launch();
  };

  test('loses nothing: the run goes on to the same classifications', async () => {
    let page = await launch();
    await openLab(page);
    await chooseImages(page, 300);
    await button(page, 'Run').click();
    await expectUnderWay(page);
    await expectCheckpoint(page);

    page = await crash(page);
    await openLab(page);
    await expect(page.getByText(/The run “count” was interrupted at \d+ %/)).toBeVisible();
    await openRuns(page);
    await expect(row(page, /Interrupted at \d+ %/)).toHaveCount(1);
    await button(page, 'Resume count').click();
    await expectFinished(page);
    const resumed = await download(page, 'images.csv');

    await button(page, 'Run again').click();
    await expectFinished(page);
    expect(await download(page, 'images.csv')).toBe(resumed);
    await openRuns(page);
    await expect(row(page, '300 test images')).toHaveCount(2);
    await expect(row(page, /Interrupted/)).toHaveCount(0);
  });

  test('lets an attack end as it would have', async () => {
    let page = await launch();
    await openLab(page);
    const spec: SpecInput = {
      version: 1,
      name: 'attack',
      seed: 7,
      models: ['squeezenet'],
      images: { source: 'roadside', split: 'test', count: 100 },
      grid: { counts: [1, 8] },
      attack: { kind: 'pgd', epsilon: 8, iterations: 10 },
    };
    await drop(page, 'spec.json', JSON.stringify(spec));
    await expect(button(page, 'PGD')).toBeVisible();
    await button(page, 'Run').click();
    await expectUnderWay(page);
    await leave(page);
    await expectCheckpoint(page);

    page = await crash(page);
    await openLab(page, '/?panel=runs');
    await button(page, 'Resume attack').click();
    await expectFinished(page);
    const resumed = await download(page, 'images.csv');
    await button(page, 'Run again').click();
    await expectFinished(page);
    expect(await download(page, 'images.csv')).toBe(resumed);
  });

  test('lets a repair end as it would have, and a file brings all of it elsewhere', async () => {
    let page = await launch();
    await openRepair(page);
    await makeSmall(page, 2);
    await button(page, 'Repair').click();
    await expect(async () => {
      await leave(page);
      expect(await keptBytes(page)).toBeGreaterThan(0);
    }).toPass({ timeout: 120_000, intervals: [100] });

    page = await crash(page);
    await openLab(page, '/?panel=runs');
    await button(page, 'Resume repair').click();
    await expectRepaired(page);
    const text = async (name: string) => new TextDecoder().decode(await saved(page, name, name));
    const model = async (name: string) => [...(await saved(page, name, 'resnet-repaired-4.zip'))];
    const resumed = repairResultSchema.parse(JSON.parse(await text('result.json')));
    const images = await text('images.csv');
    const trained = await text('training-images.csv');
    const weights = await model('Model at 4 pixels');
    expect(images).toContain(',resnet-repaired-4,16,');

    await button(page, 'Repair again').click();
    await expectRepaired(page);
    const whole = repairResultSchema.parse(JSON.parse(await text('result.json')));
    expect(lasting(resumed)).toEqual(lasting(whole));
    expect(await text('images.csv')).toBe(images);
    expect(await text('training-images.csv')).toBe(trained);
    await openRuns(page);
    const saving = page.waitForEvent('download');
    await button(page, 'Export').click();
    const file = await readFile(await (await saving).path());
    await context?.close();

    await rm(profile, { recursive: true });
    page = await launch();
    await openLab(page, '/?panel=runs');
    await page
      .getByLabel('Archive to import')
      .setInputFiles({ name: 'all.pxruns', mimeType: 'application/gzip', buffer: file });
    await expect(page.getByText('all.pxruns: 2 runs added.')).toBeVisible();
    await button(page, 'Open repair').first().click();
    expect(lasting(repairResultSchema.parse(JSON.parse(await text('result.json'))))).toEqual(
      lasting(whole),
    );
    expect(await text('images.csv')).toBe(images);
    expect(await model('Model at 4 pixels')).toEqual(weights);
    await expect(keptModels(page)).toHaveCount(1);
  });
});
