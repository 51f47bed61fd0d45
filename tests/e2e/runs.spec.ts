import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { repairResultSchema, type RepairResult } from '../../src/protocol/repair-result.ts';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { drop } from './files.ts';
import { bytesOf, gallery, pictures } from './gallery-page.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolations,
  expectUnderWay,
  openLab,
  phase,
  test,
} from './lab-page.ts';
import { expectRepaired, keptModels, makeSmall, openRepair, saved } from './repair-page.ts';

async function openRuns(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.getByRole('heading', { name: 'Runs', exact: true })).toBeVisible();
}

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

/** The row of a run by the state that it shows. */
function row(page: Page, text: string | RegExp) {
  return page
    .getByRole('list', { name: 'Kept runs' })
    .getByRole('listitem')
    .filter({ hasText: text });
}

test('a run is kept as it ended, and opens with its pictures and files after a reload', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 40);
  await button(page, 'Run').click();
  await expectFinished(page);
  const measured = await download(page, 'images.csv');
  const result = await download(page, 'result.json');

  await openLab(page, '/?panel=runs');
  await expect(row(page, '5 models · 40 test images')).toHaveCount(1);
  await expectNoViolations(page);
  await button(page, 'Open count').click();
  await expect(phase(page, 'Finished')).toBeVisible();
  expect(await download(page, 'images.csv')).toBe(measured);
  expect(await download(page, 'result.json')).toBe(result);
  await gallery(page).getByRole('button', { name: 'Show the worst cell' }).click();
  await expect(pictures(page).first()).toBeVisible({ timeout: 60_000 });
});

test('a run gets another name and tags, is found by them, duplicated, deleted and brought back', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expectFinished(page);
  await openRuns(page);
  await button(page, 'Rename or tag count').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('baseline <b>one</b>');
  await page.getByRole('textbox', { name: 'Tags' }).fill('paper, first');
  await button(page, 'Save').click();
  await expect(button(page, 'Open baseline <b>one</b>')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find runs' }).fill('nowhere');
  await expect(page.getByText('No run says that.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find runs' }).fill('base resnet');
  await expect(page.getByText('No run says that.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find runs' }).fill('');
  await button(page, 'first').click();
  await expect(row(page, 'baseline')).toHaveCount(1);
  await expectNoViolations(page);

  await button(page, 'Delete baseline <b>one</b>').click();
  await expect(row(page, 'baseline')).toHaveCount(0);
  await button(page, 'Bring baseline <b>one</b> back').click();
  await expect(row(page, 'baseline')).toHaveCount(1);

  await button(page, 'Duplicate baseline <b>one</b> with changes').click();
  await chooseImages(page, 30);
  await button(page, 'Run').click();
  await expectFinished(page);
  await openRuns(page);
  await expect(row(page, '30 test images')).toHaveCount(0);
  // What was filtered stays so until it is taken back.
  await button(page, 'first').click();
  await expect(row(page, '30 test images')).toHaveCount(1);
  await expect(row(page, '20 test images')).toHaveCount(1);
});

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

test('an answered question opens with its picture, its changes and its answer', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?panel=inspect&image=test.69&models=resnet&draw=7_3_24_replace_1');
  await expect(page.getByText(/^24.pixels changed$/)).toBeVisible();
  await page.getByRole('tab', { name: /^How far/ }).click();
  await page.getByRole('button', { name: /^Measure 1 model/ }).click();
  const answer = page.getByRole('tabpanel', { name: /^How far/ });
  await expect(page.getByRole('status').getByText('Answered', { exact: true })).toBeVisible();
  const table = await answer.getByRole('table').innerText();
  const picture = await bytesOf(page.locator('canvas').first());

  await openLab(page, '/?panel=runs');
  await button(page, 'Open Distance to the boundary, test image 69').click();
  await expect(page.getByText(/^24.pixels changed$/)).toBeVisible();
  await expect(answer.getByRole('table')).toHaveText(/\d/);
  expect(await answer.getByRole('table').innerText()).toBe(table);
  expect(await bytesOf(page.locator('canvas').first())).toEqual(picture);
  await expect(page).toHaveURL(/draw=7_3_24_replace_1/);
});

test('a run that goes on in one tab is neither resumed nor deleted in another', async ({
  page,
  context,
}) => {
  await openLab(page);
  await chooseImages(page, 300);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  const other = await context.newPage();
  await openLab(other, '/?panel=runs');
  await expect(row(other, /Running in another tab/)).toHaveCount(1);
  await expect(button(other, 'Resume count')).toHaveCount(0);
  await expect(button(other, 'Delete count')).toBeDisabled();

  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expect(row(other, /Cancelled at \d+ %/)).toHaveCount(1);
  await button(other, 'Delete count').click();
  await openRuns(page);
  await expect(page.getByText('Every sweep, attack and repair is kept here')).toBeVisible();
});

test('all runs go into one file and come back from it', async ({ quietPage: page }) => {
  await openLab(page);
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expectFinished(page);
  const measured = await download(page, 'images.csv');
  await openRuns(page);
  const saving = page.waitForEvent('download');
  await button(page, 'Export').click();
  const written = await saving;
  expect(written.suggestedFilename()).toMatch(/^pixelproof-runs-.*\.pxruns$/);
  const file = await readFile(await written.path());
  await button(page, 'Delete count').click();
  await expect(row(page, 'count')).toHaveCount(0);

  const bring = (name: string, buffer: Buffer) =>
    page
      .getByLabel('Archive to import')
      .setInputFiles({ name, mimeType: 'application/gzip', buffer });
  await bring('mine.pxruns', file);
  await expect(page.getByText('mine.pxruns: 1 run added.')).toBeVisible();
  await bring('other.pxruns', Buffer.from('<b>no archive</b>'));
  await expect(page.getByRole('alert').getByText('it is not an archive of runs')).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Open count').click();
  expect(await download(page, 'images.csv')).toBe(measured);
});

test('a run that the storage has no room for goes on, and is kept once there is', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await openLab(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expect(
    page.getByRole('alert').getByText(/^count could not be kept: .* is full/),
  ).toBeVisible();
  await expectFinished(page);
  expect(await download(page, 'images.csv')).toContain('image,label,model');
  await expectNoViolations(page);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  // Chromium remembers for some seconds that there was no room.
  await expect(async () => {
    await button(page, 'Keep it now').click();
    await expect(button(page, 'Keep it now')).toBeHidden({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await openRuns(page);
  await expect(row(page, 'count')).toHaveCount(1);
});
