import { expect, type Browser, type Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { encodePng } from '../../src/images/files/encode-png.ts';
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import { drop } from './files.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolations,
  expectUnderWay,
  openLab,
  test,
} from './lab-page.ts';
import { copyOfVgg, details } from './models-page.ts';
import { expectRepaired } from './repair-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A dozen road signs, packed by the index of their class: the model that comes from files has no names. */
function signs(): Buffer {
  const entries: Record<string, Uint8Array> = {};
  for (let position = 0; position < 12; position += 1) {
    const index = splitStart('test') + position;
    const picture = { width: 64, height: 64, rgb: renderRoadside(index) };
    entries[`${roadsideLabel(index)}/${position}.png`] = encodePng(picture);
  }
  return Buffer.from(zipSync(entries, { level: 0 }));
}

function vgg(): Buffer {
  const { topology, weights } = copyOfVgg;
  const files = { 'model.json': Buffer.from(topology), 'weights.bin': weights };
  return Buffer.from(zipSync(files, { level: 0 }));
}

async function bringModel(page: Page): Promise<void> {
  await drop(page, 'vgg.zip', vgg());
  await expect(details(page).getByRole('heading', { name: 'vgg' })).toBeVisible({
    timeout: 60_000,
  });
}

async function bringImages(page: Page): Promise<void> {
  await drop(page, 'signs.zip', signs());
  await expect(page.getByText('Added signs.zip: 12 pictures.')).toBeVisible();
}

function notice(page: Page, text: string | RegExp) {
  return page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: text });
}

/** The link that the button copies, opened in a browser that has seen nothing. */
async function openCopied(page: Page, browser: Browser): Promise<Page> {
  await button(page, 'Copy link').click();
  await expect(page.getByText('Copied: experiment, view and numbers')).toBeVisible();
  const link = await page.evaluate<string>('navigator.clipboard.readText()');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = await context.newPage();
  await openLab(other, link);
  return other;
}

async function expectMatch(page: Page, numbers: number): Promise<void> {
  await button(page, 'Reproduce').click();
  await expect(
    page.getByRole('heading', { name: `All ${numbers} numbers match those in the link` }),
  ).toBeVisible({ timeout: 240_000 });
}

function fieldOf(page: Page, key: string): string {
  return new URL(page.url()).searchParams.get(key) ?? '';
}

test('a link to a model and images of one’s own asks for their files, and then reproduces the run', async ({
  quietPage: page,
  browser,
}) => {
  await openLab(page, '/?panel=models');
  await bringModel(page);
  await expect(page).toHaveURL(/\?panel=models&chosen=[\w.-]+&own=[\w.-]+;sha=[0-9a-f]{16};/);
  const [model, own] = [fieldOf(page, 'chosen'), fieldOf(page, 'own')];
  await bringImages(page);
  await expect(page).toHaveURL(/\?panel=images&set=signs\.zip;sha=[0-9a-f]{16};kind=zip/);
  const set = fieldOf(page, 'set');
  const query = new URLSearchParams({ counts: '64', models: model, own, set });
  await openLab(page, `/?${query.toString()}`);
  await button(page, 'Run').click();
  await expectFinished(page);

  const other = await openCopied(page, browser);
  const missing = notice(other, 'This experiment needs what this browser does not have.');
  await expect(missing.getByRole('listitem')).toHaveText([
    /^The model .*: drop model\.json on this page\. SHA-256 of its files begins with [0-9a-f]{16}\.$/,
    /^The images signs\.zip: drop the archive of this name on this page\./,
  ]);
  await expect(button(other, 'Reproduce')).toHaveCount(0);
  await bringImages(other);
  await bringModel(other);
  await other.getByRole('link', { name: 'Measure' }).click();
  await expect(missing).toHaveCount(0);
  await expectMatch(other, 4);
  await other.context().close();
});

test('a repair is reproduced from its link, and its address brings back what was looked at', async ({
  quietPage: page,
  browser,
}) => {
  await openLab(
    page,
    '/?panel=repair&models=alexnet&counts=4&training=24&validation=24&epochs=1&images=20&judged=4&epsilons=&distances=4',
  );
  await button(page, 'Repair').click();
  await expectRepaired(page);
  const judged = page.getByRole('radiogroup', { name: 'Images that the models are judged on' });
  await judged.getByText('Training images').click();
  await expect(page).toHaveURL(/&table=trainedOn&run=[\w-]{36}$/);

  const other = await openCopied(page, browser);
  await expectMatch(other, 4);
  await expectNoViolations(other);
  await other.context().close();

  await page.reload();
  await expect(judged.getByRole('radio', { name: 'Training images' })).toBeChecked();
  await expect(button(page, 'Copy link')).toBeVisible();
});

test('an address that asks for another experiment than the one under way waits for its end', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?counts=64&images=1200&models=vgg');
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('link', { name: 'Measure' }).click();
  await chooseImages(page, 1000);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await page.goBack();
  await page.goBack();
  const waiting = notice(page, 'The address asks for another experiment than the one that');
  await expect(waiting).toBeVisible();
  await expect(page).toHaveURL(/\?counts=64&images=1200&models=vgg$/);
  await expect(page.getByText(/^1,000.test images$/)).toBeVisible();
  await expectFinished(page);
  await button(page, 'Show it').click();
  await expect(page.getByRole('button', { name: /^1,200.test images$/ })).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test('what is chosen in Models, Images and Runs is the address, and what cannot be is refused', async ({
  quietPage: page,
}) => {
  const refused = page.getByRole('alert').filter({ hasText: /of this link (was|were) refused/ });
  await openLab(page, '/?panel=models&chosen=vgg&layers=open&utm_source=mail&fbclid=x');
  await expect(details(page).getByRole('heading', { name: 'VGG' })).toBeVisible();
  await expect(page).toHaveURL(/\?panel=models&chosen=vgg&layers=open$/);
  await expect(refused).toHaveCount(0);
  const sample = page.getByRole('figure', { name: 'Preview' }).getByRole('button').nth(1);
  await sample.click();
  await expect(page).toHaveURL(/\?panel=models&chosen=vgg&preview=\d+&layers=open$/);
  await page.reload();
  await expect(sample).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Images' }).click();
  await page.getByLabel(/pictures of/).selectOption('stop');
  await page
    .getByRole('button', { name: /^\d+, stop\. Open it$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\?panel=images&class=stop&picture=\d+$/);
  const picture = fieldOf(page, 'picture');
  await page.reload();
  await expect(page.getByRole('dialog', { name: `Roadside image ${picture}` })).toBeVisible();
  await page.goBack();
  await expect(details(page).getByRole('heading', { name: 'VGG' })).toBeVisible();

  await openLab(page, '/?panel=images&confusions=vgg');
  await page.getByLabel(/pictures of/).selectOption('stop');
  await expect(page).toHaveURL(/\?panel=images&class=stop&confusions=vgg$/);
  await openLab(page, '/?panel=images&confusions=toString');
  await expect(refused).toContainText(/confusions=toString the model “toString” is not in this/);
  await expect(page).toHaveURL(/\?panel=images$/);

  await openLab(page, '/?panel=inspect&image=test.3&tool=offset&offset=-20_0_35&rings=off');
  await expect(page.getByRole('radio', { name: 'Offset' })).toBeChecked();
  await expect(page.getByLabel('Added to R', { exact: true })).toHaveValue('-20');
  await page.getByText('Paint', { exact: true }).click();
  await expect(page).toHaveURL(/&models=[\w,]+&offset=-20_0_35&rings=off$/);

  await openLab(page, '/?panel=models&chosen=__proto__&own=x;sha=1&chosen2=%3Cimg%20src=x%3E');
  await expect(refused.getByRole('listitem')).toHaveText([
    /^own=x;sha=1 sha: use the first 16 or more digits of a SHA-256/,
    /^chosen=__proto__ the model “__proto__” is not in this browser/,
    'chosen2=<img src=x> this page has no such field.',
  ]);
  await openLab(page, '/?panel=runs&find=sweep&ticked=none&run=gone');
  await expect(refused).toContainText('2 fields of this link were refused');
  await expect(refused).toContainText(/ticked=none this browser does not keep these runs/);
  await expect(refused).toContainText(/run=gone this browser keeps no such run: runs stay/);
  await expect(page).toHaveURL(/\?panel=runs&find=sweep$/);
  await openLab(page, '/?panel=inspect&image=test.3&draw=7_0_4_replace_2&question=where&cells=3');
  await expect(refused.getByRole('listitem')).toHaveText([
    'draw=7_0_4_replace_2 a region is above 0 and at most 1.',
    'cells=3 choose one of 1, 2, 4, 8, 16.',
  ]);
  await expect(page).toHaveURL(/image=test\.3&models=resnet,squeezenet&question=where$/);
  await expectNoViolations(page);
  await openLab(page, '/?panel=nonsense&seed=9');
  await expect(refused.getByRole('listitem')).toHaveText([
    'panel=nonsense there is no such panel, so this is Measure.',
  ]);
  await expect(page).toHaveURL(/\?seed=9$/);
});
