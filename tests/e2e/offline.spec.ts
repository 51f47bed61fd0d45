import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { precacheEntries } from '../../tools/build/precache-entries.ts';
import { serveFolder, type StaticSite } from '../support/static-site.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectUnderWay,
  openEveryPanel,
  openLab,
  phase,
  test,
} from './lab-page.ts';
import { untilStored } from './stored-lab.ts';

/** A copy of the built lab on a host of its own, which a test may change and stop. */
let folder: string;
let site: StaticSite;

test.use({ serviceWorkers: 'allow' });

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-'));
  await cp(fileURLToPath(new URL('../../dist/', import.meta.url)), folder, { recursive: true });
  site = await serveFolder(folder, '/lab/');
});

test.afterEach(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

/** Puts a version on the host whose page says that it is one. */
async function publish(version: string): Promise<void> {
  const page = async () => {
    const entries = await precacheEntries(folder);
    const { revision, integrity } = entries.find(({ url }) => url === 'index.html') ?? {};
    return { revision: revision ?? '', integrity: integrity ?? '' };
  };
  const replace = async (file: string, from: string, to: string) => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  const before = await page();
  await replace('index.html', '<title>', `<meta name="version" content="${version}"><title>`);
  const after = await page();
  await replace('service-worker.js', before.revision, after.revision);
  await replace('service-worker.js', before.integrity, after.integrity);
}

const bar = (page: Page) => page.getByRole('complementary', { name: 'New version' });
const version = (page: Page) => page.locator('meta[name="version"]');

test('after the first visit everything is there without a network: a run, and panels that were never opened', async ({
  quietPage: page,
}) => {
  await openLab(page, site.address);
  await untilStored(page);
  await site.stop();
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole('button', { name: /· \d+ lanes?$/ })).toBeVisible();
  await openEveryPanel(page);
  await chooseImages(page, 48);
  await button(page, 'Run').click();
  await expectFinished(page);
});

test('a new version is stored only as it was built, waits for the end of a run, is offered, and serves the page once asked for', async ({
  page,
}) => {
  await openLab(page, site.address);
  await untilStored(page);
  const formerPage = await readFile(join(folder, 'index.html'));
  await publish('2');
  const newPage = await readFile(join(folder, 'index.html'));
  // As from a cache before the host that still has the former page.
  await writeFile(join(folder, 'index.html'), formerPage);
  await page.evaluate(`navigator.serviceWorker.ready
    .then((lab) => lab.update())
    .then(({ installing }) => { globalThis.mixed = installing; })`);
  await expect.poll(() => page.evaluate('globalThis.mixed.state')).toBe('redundant');
  await writeFile(join(folder, 'index.html'), newPage);

  await chooseImages(page, 48);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await page.evaluate('navigator.serviceWorker.ready.then((lab) => lab.update())');
  await expect
    .poll(() => page.evaluate('navigator.serviceWorker.ready.then((lab) => lab.waiting?.state)'))
    .toBe('installed');
  await expect(phase(page, 'Running')).toBeVisible();
  await expect(bar(page).getByRole('button')).toHaveCount(0);

  await expectFinished(page);
  await expect(bar(page)).toContainText('A new version is ready.');
  await expect(version(page)).toHaveCount(0);
  await button(page, 'Reload').click();
  await expect(version(page)).toHaveAttribute('content', '2');
  await expect(bar(page).getByRole('button')).toHaveCount(0);
  const stored = await page.evaluate(async () => {
    const caches = (globalThis as unknown as { caches: CacheStorage }).caches;
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().filter(({ url }) => url.includes('/index.html')).length;
  });
  expect(stored).toBe(1);
});

test('a new version does not take the files away from other tabs of the lab', async ({
  context,
  quietPage: page,
}) => {
  await openLab(page, site.address);
  await untilStored(page);
  const other = await context.newPage();
  await openLab(other, site.address);
  await publish('2');
  await page.reload();
  await button(page, 'Reload').click();
  await expect(bar(page)).toContainText('Other tabs still use this version');
  await expect(version(page)).toHaveCount(0);

  await other.close();
  await button(page, 'Reload').click();
  await expect(version(page)).toHaveAttribute('content', '2');
});
