import { expect, type Browser, type Page } from '@playwright/test';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolations,
  openLab,
  openPart,
  phase,
  test,
} from './lab-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** The experiment that these tests run: one small model, few images. */
const small = '/?counts=4,64&models=alexnet,squeezenet&images=64&seed=11';

function notice(page: Page, text: string | RegExp) {
  return page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: text });
}

async function copiedLink(page: Page): Promise<string> {
  await button(page, 'Copy link').click();
  await expect(page.getByText(/^Copied: /)).toBeVisible();
  return clipboardText(page);
}

function clipboardText(page: Page): Promise<string> {
  // Types of the page and of workers are read together here; only a page has a clipboard.
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** Opens an address as somebody else would: in a browser that has seen nothing. */
async function asSomebodyElse(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openLab(page, address);
  return page;
}

/** The same link with one of its numbers, the last, one higher. */
function tampered(address: string): string {
  const url = new URL(address);
  const result = url.searchParams.get('result') ?? '';
  const bytes = Buffer.from(result, 'base64url');
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) + 1;
  return address.replace(result, bytes.toString('base64url'));
}

test('a run is reproduced from its link by somebody else, number by number', async ({
  quietPage: page,
  browser,
}) => {
  await openLab(page, small);
  await button(page, 'Run').click();
  await expectFinished(page);
  const link = await copiedLink(page);
  expect(link).toMatch(/\?counts=4,64&images=64&models=alexnet,squeezenet&seed=11&result=[\w-]+$/);

  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: /^Copy link to / }).click();
  await expect(page.getByText('Copied: experiment, view and numbers')).toBeVisible();
  expect(await clipboardText(page)).toBe(link);

  const other = await asSomebodyElse(browser, link);
  await expect(notice(other, 'This link holds the 10 numbers of a finished run')).toBeVisible();
  await expect(other.getByRole('progressbar')).toHaveCount(0);
  await button(other, 'Reproduce').click();
  await expect(
    other.getByRole('heading', { name: 'All 10 numbers match those in the link' }),
  ).toBeVisible({ timeout: 120_000 });
  await expectNoViolations(other);
  await other.context().close();

  const doubted = await asSomebodyElse(browser, tampered(link));
  await button(doubted, 'Reproduce').click();
  await expect(
    doubted.getByRole('heading', { name: '1 of 10 numbers differs from those in the link' }),
  ).toBeVisible({ timeout: 120_000 });
  const rows = doubted.getByRole('table', { name: 'Numbers that differ' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(
    /SqueezeNet64 changed pixels, random values, anywhere in the imagewrong\d+\d+−1$/,
  );
  await expectNoViolations(doubted);
  await doubted.context().close();
});

test('an attack is reproduced from its link', async ({ quietPage: page, browser }) => {
  await openLab(page, '/?counts=4&models=alexnet&images=32&attack=fgsm&epsilon=2');
  await button(page, 'Run').click();
  await expectFinished(page);
  const other = await asSomebodyElse(browser, await copiedLink(page));
  await button(other, 'Reproduce').click();
  await expect(
    other.getByRole('heading', { name: 'All 6 numbers match those in the link' }),
  ).toBeVisible({ timeout: 120_000 });
  await other.context().close();
});

test('the address follows the experiment and its view, and back and forward lead through panels', async ({
  quietPage: page,
}) => {
  await openLab(page);
  expect(new URL(page.url()).search).toBe('');
  await chooseImages(page, 64);
  await expect(page).toHaveURL(/\?images=64$/);
  await page.getByText('Wrong images', { exact: true }).click();
  await expect(page).toHaveURL(/\?images=64&curve=wrong$/);

  await page.getByRole('link', { name: 'Repair' }).click();
  await expect(page).toHaveURL(/\?panel=repair$/);
  const control = await openPart(page, 'ResNet', 'Repair');
  await control.getByRole('radio', { name: /VGG/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?panel=repair&models=vgg$/);

  await page.goBack();
  await expect(page).toHaveURL(/\?images=64&curve=wrong$/);
  await expect(page.getByRole('button', { name: /^64.test images$/ })).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/\?panel=repair&models=vgg$/);
  await page.reload();
  await expect(
    page.getByRole('region', { name: 'Repair', exact: true }).getByRole('button', { name: 'VGG' }),
  ).toBeVisible();
});

test('what a link cannot say is refused by its name, and nothing of it is run', async ({
  quietPage: page,
}) => {
  const script = '<img src=x onerror="document.title=1">';
  await openLab(
    page,
    `/?counts=1,2&draws=5000&${encodeURIComponent(script)}=${encodeURIComponent(script)}&seed=9&result=AAAA`,
  );
  const refused = notice(page, 'fields of this link were refused');
  await expect(refused.getByRole('listitem')).toHaveText([
    'draws=5000 use at most 1000.',
    `${script}=${script} this page has no such field.`,
    /^result=AAAA the numbers are of an experiment of which other fields were refused\.$/,
  ]);
  await expect(page.locator('main img[src="x"]')).toHaveCount(0);
  await expect(page).toHaveTitle('Pixelproof');
  await expect(page).toHaveURL(/\?counts=1,2&seed=9$/);
  await expect(button(page, 'Reproduce')).toHaveCount(0);
  await expectNoViolations(page);
  await button(page, 'Dismiss').click();
  await expect(refused).toHaveCount(0);
});

test('a link to a run of absurd size is shown with what it would cost, and not started', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?images=100000&draws=1000');
  await expect(page.getByText('are more than one run can hold')).toBeVisible();
  await expect(page.getByText(/^About/)).toContainText('classifications');
  await expect(button(page, 'Run')).toBeDisabled();
  await expect(phase(page, 'Running')).toHaveCount(0);
});

test('a link names the model and the images that are not here, and fetches nothing by itself', async ({
  quietPage: page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://localhost')) asked.push(request.url());
  });
  const sha = '0123456789abcdef';
  await openLab(
    page,
    `/?models=resnet,mine&own=mine;sha=${sha};path=https://models.example/net.onnx;range=0,1` +
      `&set=my signs;sha=${sha};kind=zip;count=20&counts=3&seed=5`,
  );
  const missing = notice(page, 'This experiment needs what this browser does not have.');
  await expect(missing.getByRole('listitem')).toHaveText([
    `The model mine: fetch it from https://models.example/net.onnx, or drop its files on this page. SHA-256 of its files begins with ${sha}.`,
    `The images my signs: drop the archive of this name on this page. SHA-256 of its content begins with ${sha}.`,
  ]);
  await expect(button(page, 'Fetch from models.example')).toBeVisible();
  await expect(button(page, 'Run')).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Experiment', exact: true })).toContainText(
    /3.pixels.*20.images of my signs.*ResNet and mine.*seed 5/s,
  );
  // The address still says all of it.
  await expect(page).toHaveURL(/set=my%20signs;sha=0123456789abcdef;kind=zip;count=20/);
  await expect(page).toHaveURL(/own=mine;sha=0123456789abcdef;path=https:\/\/models\.example/);
  expect(asked).toEqual([]);
  await expectNoViolations(page);
});

test('a link that the clipboard refuses is shown to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openLab(page, '/?seed=12');
  await button(page, 'Copy link').click();
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(/\/\?seed=12$/);
});
