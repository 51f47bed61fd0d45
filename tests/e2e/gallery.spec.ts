import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { readModels } from '../../src/headless/read-models.ts';
import { roadsideImages } from '../../src/images/roadside-set.ts';
import { roadsideClasses } from '../../src/images/roadside/classes.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import type { ExaminedImage } from '../../src/protocol/examine.ts';
import { resultSchema, type SweepResult } from '../../src/protocol/result.ts';
import { worstCell } from '../../src/state/gallery/cell-pictures.ts';
import { openNodeLane } from '../../src/workers/open-node-lane.ts';
import { answered } from '../support/lanes/answered.ts';
import { bytesOf, cards, className, gallery, pictures } from './gallery-page.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolationsInEitherScheme,
  openLab,
  test,
} from './lab-page.ts';

const IMAGES = 48;
const here = dirname(fileURLToPath(import.meta.url));

async function runAndShowWorst(page: Page): Promise<void> {
  await openLab(page);
  await chooseImages(page, IMAGES);
  await button(page, 'Run').click();
  await expectFinished(page);
  await gallery(page).getByRole('button', { name: 'Show the worst cell' }).click();
  await expect(pictures(page).first()).toBeVisible();
}

interface Row {
  readonly image: number;
  readonly label: number;
  readonly predicted: number;
}

/** The rows of images.csv of one model and count, with one value, region and draw. */
function rowsOf(csv: string, model: string, count: number): Row[] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
    .filter((fields) => fields[2] === model && Number(fields[3]) === count)
    .map(([image, label, , , , , , predicted]) => ({
      image: Number(image),
      label: Number(label),
      predicted: Number(predicted),
    }));
}

/** What the engine itself says of some images at a cell, in a thread of this process. */
async function examineHere(
  { spec }: SweepResult,
  { model, count }: { readonly model: string; readonly count: number },
  images: readonly number[],
): Promise<readonly ExaminedImage[]> {
  const [read] = await readModels([model], join(here, '../..'));
  if (read === undefined) throw new Error(`${model} was not read`);
  const lane = await openNodeLane();
  const { api } = lane;
  try {
    await answered(api.start({ backend: 'wasm' }));
    await answered(api.loadModel(read.files));
    await answered(api.openImages(roadsideImages('test', IMAGES).refs));
    const pixels = { seed: spec.seed, draw: 0, count, value: 'replace', region: 1 } as const;
    const positions = Uint32Array.from(images, (image) => image - splitStart('test'));
    const change = { kind: 'pixels', pixels } as const;
    return (await answered(api.examine({ model, images: positions, change }))).images;
  } finally {
    lane.terminate();
  }
}

/** Top left corners of the rings of a card, as row and column of the picture. */
async function ringedPixels(card: Locator): Promise<[number, number][]> {
  const path = await card.locator('svg path').first().getAttribute('d');
  const zoom = 2;
  return [...(path ?? '').matchAll(/M(-?[\d.]+) (-?[\d.]+)h([\d.]+)/g)].map((found) => {
    const [x = 0, y = 0, side = 0] = found.slice(1).map(Number);
    return [(y + (side - zoom) / 2) / zoom, (x + (side - zoom) / 2) / zoom];
  });
}

test('the pictures of the worst cell are the wrong rows of images.csv, as the engine sees them', async ({
  quietPage: page,
}) => {
  await runAndShowWorst(page);
  const result = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  const csv = await download(page, 'images.csv');
  const worst = worstCell(result);
  if (worst === null) throw new Error('nothing was measured');
  const cell = result.cells.find(
    ({ model, count }) => model === worst.model && count === worst.count,
  );
  await expect(page.getByLabel('Model whose pictures are shown')).toHaveValue(worst.model);
  await expect(page.getByLabel('Changed pixels of the pictures')).toHaveValue(String(worst.count));

  const wrong = rowsOf(csv, worst.model, worst.count).filter((row) => row.predicted !== row.label);
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong).toHaveLength(cell?.wrong ?? -1);
  await expect(gallery(page)).toContainText(`${wrong.length} of ${cell?.eligible} eligible images`);

  const shown = wrong.slice(0, 12);
  await expect(pictures(page)).toHaveCount(shown.length);
  const examined = await examineHere(
    result,
    worst,
    shown.map(({ image }) => image),
  );
  for (const [at, { image, label, predicted }] of shown.entries()) {
    const card = cards(page).nth(at);
    const picture = examined[at];
    if (picture === undefined) throw new Error(`image ${image} was not examined`);
    const { original, changed, pixels } = picture;
    const said = (index: number, probabilities: Float32Array) =>
      `${className(index)} ${((probabilities[index] ?? 0) * 100).toFixed(1)}\u00a0%`;
    const texts = (await card.getByRole('paragraph').allTextContents()).map((text) =>
      text.replace(/ (was|now) /, ' '),
    );
    expect(texts.slice(0, 2)).toEqual([
      said(label, original.probabilities),
      said(predicted, changed.probabilities),
    ]);
    expect(texts[2]?.toLowerCase()).toBe(
      `true: ${className(label).toLowerCase()} · image ${image}`,
    );
    expect(changed.predicted).toBe(predicted);
    expect(await ringedPixels(card)).toEqual(pixels.map(({ row, column }) => [row, column]));
    expect(await bytesOf(card.locator('canvas').first())).toEqual([...original.bytes]);
    expect(await bytesOf(card.locator('canvas').last())).toEqual([...changed.bytes]);
  }
});

test('the gallery shows all images, a point without flips, and what to do when its model is gone', async ({
  page,
}) => {
  await runAndShowWorst(page);
  const result = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  const calm = result.cells.find(({ wrong }) => wrong === 0);
  if (calm === undefined) throw new Error('every model is wrong somewhere at every count');

  await gallery(page).getByText('All', { exact: true }).click();
  await expect(gallery(page)).toContainText(`1–12 of ${calm.eligible}`);
  await button(page, 'Further pictures').click();
  await expect(gallery(page)).toContainText(`13–24 of ${calm.eligible}`);
  await expect(pictures(page)).toHaveCount(12);
  await gallery(page).getByLabel('Ring changes').uncheck();
  await expect(cards(page).locator('svg')).toHaveCount(0);

  await page.getByLabel('Model whose pictures are shown').selectOption(calm.model);
  await page.getByLabel('Changed pixels of the pictures').selectOption(String(calm.count));
  await expect(gallery(page)).toContainText(
    `Nothing flipped here: all ${calm.eligible} images are still classified correctly.`,
  );
  await gallery(page).getByRole('button', { name: 'Show the worst cell' }).click();
  await expect(pictures(page).first()).toBeVisible();

  // A model that has not been looked at yet has to be fetched.
  const shown = worstCell(result)?.model;
  const model = result.models.map(({ id }) => id).find((id) => id !== shown) ?? '';
  await page.route(`**/models/${model}/model.json`, (route) => route.abort());
  await page.getByLabel('Model whose pictures are shown').selectOption(model);
  await gallery(page).getByText('All', { exact: true }).click();
  const alert = gallery(page).getByRole('alert');
  await expect(alert).toContainText(`model.json of ${model} could not be fetched`);
  await page.unroute(`**/models/${model}/model.json`);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(pictures(page).first()).toBeVisible();
});

test('a picture is magnified, opened, stepped through and closed with the keyboard', async ({
  quietPage: page,
}) => {
  await runAndShowWorst(page);
  const first = pictures(page).first();
  await page.getByLabel('Ring changes').focus();
  if (await button(page, 'Further pictures').isEnabled()) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  const lens = page.getByText(/^Row \d+, column \d+/);
  await expect(lens.getByText(/^1 of \d+$/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(lens.getByText(/^2 of \d+$/)).toBeVisible();

  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const changes = dialog.getByRole('table', { name: 'Changed pixels' }).getByRole('row');
  const count = Number(await page.getByLabel('Changed pixels of the pictures').inputValue());
  await expect(changes).toHaveCount(count + 1);
  const bars = dialog.getByRole('region', { name: 'Class probabilities' }).getByRole('row');
  await expect(bars).toHaveCount(roadsideClasses.length + 1);

  await dialog.getByRole('button', { name: 'Magnify change 3', exact: true }).press('Enter');
  await expect(dialog.getByText(/^3 of \d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(first).toBeFocused();
});

test('axe finds nothing in the pictures, the large view and the ranking', async ({
  quietPage: page,
}) => {
  await runAndShowWorst(page);
  await page.getByText(/^All 10 pairs/).click();
  await expectNoViolationsInEitherScheme(page);
  await pictures(page).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
});
