import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { serveFolder, type StaticSite } from '../support/static-site.ts';
import { button, chooseImages, expectFinished, openEveryPanel, openLab, test } from './lab-page.ts';
import { untilStored } from './stored-lab.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The built lab in a folder of a plain host. */
let site: StaticSite;

test.beforeEach(async () => {
  site = await serveFolder(dist, '/some/sub/path/');
});

test.afterEach(() => site.stop());

test.use({ serviceWorkers: 'allow' });

test('from a folder of any host, nothing but the files of that folder is asked for, in every panel and to the end of a run', async ({
  quietPage: page,
}) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await openLab(page, site.address);
  await openEveryPanel(page);
  await chooseImages(page, 48);
  await button(page, 'Run').click();
  await expectFinished(page);
  await untilStored(page);

  const fetched = asked.filter((url) => !/^(blob|data):/.test(url));
  expect(fetched.filter((url) => url.endsWith('.wasm')).length).toBeGreaterThan(0);
  expect(fetched.filter((url) => url.includes('service-worker')).length).toBeGreaterThan(0);
  expect(fetched.filter((url) => !url.startsWith(site.address))).toEqual([]);
});

test('the page refuses markup, code and workers that are not its own', async ({ page }) => {
  await openLab(page, site.address);
  const session = await page.context().newCDPSession(page);
  const refusal = async (expression: string) => {
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      allowUnsafeEvalBlockedByCSP: false,
    });
    return exceptionDetails?.exception?.className;
  };
  expect(await refusal('document.body.innerHTML = "<b>bold</b>"')).toBe('TypeError');
  expect(await refusal('document.createElement("script").text = "1"')).toBe('TypeError');
  expect(await refusal('new Worker("https://example.com/worker.js")')).toBe('TypeError');
  expect(await refusal('new Worker("data:text/javascript,1")')).toBe('TypeError');
  expect(await refusal('globalThis["eval"]("1")')).toBe('EvalError');
  expect(await refusal('document.createElement("p").innerHTML = "words"')).toBeUndefined();
});

test('a browser finds nothing that would keep it from installing the lab', async ({ page }) => {
  await openLab(page, site.address);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(data).toContain('Pixelproof');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Every page of a test is in a private window.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('where the browser blocks all storage, the lab measures all the same', async ({
  playwright,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  await mkdir(join(profile, 'Default'));
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
  const executablePath = chromiumPath();
  const context = await playwright.chromium.launchPersistentContext(profile, {
    args: chromiumArgs,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await openLab(page, site.address);
    const storage = page.evaluate('localStorage.length');
    await expect(storage).rejects.toThrow('Access is denied');
    await chooseImages(page, 48);
    await button(page, 'Run').click();
    await expectFinished(page);
    await page.getByRole('link', { name: 'Runs' }).click();
    await expect(
      page.getByText(/the storage of this browser cannot be used/).first(),
    ).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Storage used' })).toHaveCount(0);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
});
