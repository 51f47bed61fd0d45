import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { changePixels } from '../../src/core/pixel-change.ts';
import { readModels } from '../../src/headless/read-models.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import type { Look } from '../../src/protocol/inspect.ts';
import { openNodeLane } from '../../src/workers/open-node-lane.ts';
import { answered } from '../support/lanes/answered.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolationsInEitherScheme,
  openLab,
  test,
} from './lab-page.ts';

const here = dirname(fileURLToPath(import.meta.url));
const MODELS = ['resnet', 'squeezenet'];
const POSITION = 69;
const index = splitStart('test') + POSITION;
const link = `/?panel=inspect&image=test.${POSITION}&models=resnet,squeezenet`;

/** What the engine itself says of some pictures, in a thread of this process. */
async function looksOf(pictures: readonly Uint8Array[]): Promise<Look[][]> {
  const models = await readModels(MODELS, join(here, '../..'));
  const lane = await openNodeLane();
  try {
    await answered(lane.api.start({ backend: 'wasm' }));
    for (const { files } of models) await answered(lane.api.loadModel(files));
    const looks: Look[][] = [];
    for (const bytes of pictures) {
      looks.push(await answered(lane.api.look({ models: MODELS, bytes })));
    }
    return looks;
  } finally {
    lane.terminate();
  }
}

function shares(page: Page, model: string): Locator {
  return page.getByRole('list', { name: `Likeliest classes of ${model}` }).getByText(/%$/);
}

function written(value: number): string {
  if (value > 0.9995) return 'over 99.9\u00a0%';
  if (value < 0.0005) return 'under 0.1\u00a0%';
  return `${(value * 100).toFixed(1)}\u00a0%`;
}

/** Expects the five likeliest classes of both models to be those of the engine. */
async function expectLooks(page: Page, looks: readonly Look[] | undefined): Promise<void> {
  for (const [at, name] of ['ResNet', 'SqueezeNet'].entries()) {
    const probabilities = [...(looks?.[at]?.probabilities ?? [])].sort((a, b) => b - a);
    await expect(shares(page, name)).toHaveText(probabilities.slice(0, 5).map(written));
  }
}

function drawn(bytes: Uint8Array, count: number): Uint8Array {
  const changed = new Uint8Array(bytes.length);
  changePixels(bytes, changed, {
    seed: 7,
    imageKey: [index, 0],
    draw: 3,
    count,
    value: { kind: 'replace' },
    height: 64,
    width: 64,
    region: { top: 0, left: 0, height: 64, width: 64 },
  });
  return changed;
}

/** Moves the cursor to the upper left corner by keys, and so many pixels to the right. */
async function moveTo(page: Page, column: number): Promise<void> {
  await button(page, 'Picture editor').focus();
  for (let step = 0; step < 9; step += 1) {
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowLeft');
  }
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight');
}

test('a link opens a draw, pixels are painted and taken back, and every answer is the engine’s', async ({
  quietPage: page,
}) => {
  const original = renderRoadside(index);
  const draw = drawn(original, 24);
  const painted = original.slice();
  painted.set([255, 0, 0], 2 * 3);
  painted.set([255, 0, 0], 3 * 3);
  const [plainLooks, drawLooks, paintedLooks] = await looksOf([original, draw, painted]);

  await openLab(page, `${link}&draw=7_3_24_replace_1`);
  await expectLooks(page, drawLooks);
  await expect(page.getByText(/^24.pixels changed$/)).toBeVisible();
  await button(page, 'Reset').click();
  await expectLooks(page, plainLooks);
  await expect(page).not.toHaveURL(/draw=/);

  await button(page, 'Red').click();
  await moveTo(page, 2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect(page.getByText(/^2.pixels changed$/)).toBeVisible();
  await expectLooks(page, paintedLooks);
  await expect(page).toHaveURL(/pixels=0\.2\.ff0000_0\.3\.ff0000&colour=ff0000$/);
  await page.reload();
  await expectLooks(page, paintedLooks);

  await button(page, 'Reset').click();
  await button(page, 'Undo').click();
  await expectLooks(page, paintedLooks);

  const box = await button(page, 'Picture editor').boundingBox();
  if (box === null) throw new Error('the picture is not shown');
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 180, box.y + 100, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/^13.pixels changed$/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText(/^2.pixels changed$/)).toBeVisible();
});

test('a picture of the gallery opens at exactly its draw', async ({ quietPage: page }) => {
  await openLab(page);
  await chooseImages(page, 48);
  await button(page, 'Run').click();
  await expectFinished(page);
  await button(page, 'Show the worst cell').click();
  const cards = page.getByRole('button', { name: /Open it$/ });
  const name = (await cards.first().getAttribute('aria-label')) ?? '';
  await cards.first().click();
  await button(page, 'Open in Inspect').click();

  const image = /^Image (\d+)/.exec(name)?.[1];
  const now = /now (.*?) ([\d.]+.%)\. Open it$/.exec(name);
  const count = /draw=\d+_0_(\d+)_replace_1$/;
  await expect(page).toHaveURL(count);
  await expect(page.getByText(`index ${image}`)).toBeVisible();
  const changed = count.exec(page.url())?.[1];
  await expect(page.getByText(new RegExp(`^${changed}.pixels? changed$`))).toBeVisible();
  const model = page
    .getByRole('list', { name: /^Likeliest classes of/ })
    .filter({ hasText: new RegExp(`${now?.[1]}.*${now?.[2]}`, 'i') });
  await expect(model.first()).toBeVisible();
});

test('all four questions are answered, and axe finds nothing', async ({ quietPage: page }) => {
  await openLab(page, `${link}&draw=7_3_24_replace_1`);
  await expect(page.getByText(/^Answered in \d+.ms$/)).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await page.getByLabel('Draws at each count').selectOption('100');
  await button(page, 'Classify 1,400 draws').click();
  const done = page.getByRole('status').getByText('Answered', { exact: true });
  await expect(done).toBeVisible();
  await expect(page.getByRole('slider', { name: /^Flip rate/ })).toBeVisible();
  await page.getByText('All flip rates as a table').click();
  await expectNoViolationsInEitherScheme(page);

  await page.getByRole('tab', { name: /^Where/ }).click();
  await page.getByLabel('Cells').selectOption('8');
  await page.getByLabel('Draws of each cell').selectOption('5');
  await button(page, 'Map with 320 classifications').click();
  await expect(done).toBeVisible();
  await page.getByText('The map as a table').click();
  await expect(page.getByRole('row')).toHaveCount(24 + 1 + 64 + 1);
  await expectNoViolationsInEitherScheme(page);

  await page.getByRole('tab', { name: /^What is the worst/ }).click();
  await page.getByLabel('Generations').selectOption('10');
  await button(page, 'Search with 2,200 queries').click();
  await expect(done).toBeVisible();
  await expectNoViolationsInEitherScheme(page);

  await page.getByRole('tab', { name: /^How far/ }).click();
  await button(page, 'Measure 2 models, before and after').click();
  await expect(done).toBeVisible();
  await expect(page.getByText('not linear')).toHaveCount(2);
  await expectNoViolationsInEitherScheme(page);
});

test('a question is cancelled, and what was found stays', async ({ quietPage: page }) => {
  await openLab(page, link);
  await page.getByLabel('Draws at each count').selectOption('5000');
  await button(page, 'Classify 70,000 draws').click();
  await expect(page.getByRole('slider', { name: /^Flip rate/ })).toBeVisible();
  await expect(page).toHaveTitle(/^\d+\s% · Inspect · Pixelproof$/);
  await button(page, 'Another draw').or(button(page, 'Change 16 at random')).click();
  await expect(page.getByText(/^16.pixels changed$/)).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(page.getByText('Cancelled; what was found is kept')).toBeVisible();
  await expect(page).toHaveTitle('Inspect · Pixelproof');
  await expect(page.getByText(/^So far: /)).toBeVisible();
});
