import { expect, type Page } from '@playwright/test';
import { resultSchema, type SweepResult } from '../../src/protocol/result.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  openLab,
  openPart,
  test,
} from './lab-page.ts';

const experiment = (page: Page) => page.getByRole('region', { name: 'Experiment' });

/** Expects words of the sentence; no-break spaces count as spaces. */
async function expectSentence(page: Page, words: string): Promise<void> {
  await expect(experiment(page)).toContainText(words);
}

/** Opens a part with the keyboard. */
async function pressPart(page: Page, words: string | RegExp): Promise<void> {
  await experiment(page).getByRole('button', { name: words, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
}

/** Closes a control with the keyboard; the focus goes back to its words. */
async function escapePart(page: Page, words: string | RegExp): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(experiment(page).getByRole('button', { name: words, exact: true })).toBeFocused();
}

async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

async function chooseModels(page: Page, left: readonly string[]): Promise<void> {
  const control = await openPart(page, 'all 5 models');
  for (const name of left) await control.getByRole('checkbox', { name }).uncheck();
  await page.keyboard.press('Escape');
  await expect(control).toBeHidden();
}

async function runAndSave(page: Page): Promise<SweepResult> {
  await button(page, 'Run').click();
  await expectFinished(page);
  return resultSchema.parse(JSON.parse(await download(page, 'result.json')));
}

test('every part of the sentence is edited with the keyboard, and the run is what it says', async ({
  quietPage: page,
}) => {
  await openLab(page);

  await pressPart(page, '1 to 64 pixels');
  await page.getByLabel('Pixel counts').focus();
  await enter(page, '9 4, 4');
  await escapePart(page, '4 and 9 pixels');

  await pressPart(page, 'random values');
  await page.getByRole('checkbox', { name: '±40' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Another size').focus();
  await page.keyboard.type('55');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Random values' }).focus();
  await page.keyboard.press('Space');
  await escapePart(page, '±40 and ±55');

  await pressPart(page, 'whole image');
  await page.getByRole('checkbox', { name: '50 % of the side' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'Whole image' }).focus();
  await page.keyboard.press('Space');
  await escapePart(page, '50 %');

  await pressPart(page, /test images$/);
  await page.getByRole('radio', { name: 'Validation' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Number of validation images').focus();
  await enter(page, '12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await pressPart(page, 'one draw');
  await page.getByLabel('Number of draws').focus();
  await enter(page, '2');
  await escapePart(page, '2 draws');

  await pressPart(page, 'all 5 models');
  for (const name of ['DenseNet', 'VGG', 'SqueezeNet']) {
    await page.getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
  }
  await escapePart(page, 'ResNet and AlexNet');

  await pressPart(page, 'those');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /each model gets right/ })).toBeChecked();
  await escapePart(page, 'the images each gets right itself');

  await pressPart(page, '7');
  await enter(page, '2026');
  await escapePart(page, '2026');

  await pressPart(page, '9 pixels, ±40');
  await page.getByLabel('Pixels', { exact: true }).selectOption('4 pixels');
  await escapePart(page, '4 pixels, ±40');

  await expectSentence(
    page,
    'Change 4 and 9 pixels by up to ±40 and ±55 in turn inside the centred square of 50 % of the ' +
      'side, in 12 validation images, 2 draws each, counting for ResNet and AlexNet the images ' +
      'each gets right itself, seed 2026.',
  );
  await expectSentence(page, 'The models are ranked at 4 pixels, ±40.');
  await expect(button(page, 'Custom')).toHaveAttribute('aria-pressed', 'true');

  const { spec, cells, ranking } = await runAndSave(page);
  expect(spec).toEqual({
    version: 1,
    name: 'custom',
    seed: 2026,
    models: ['resnet', 'alexnet'],
    images: { source: 'roadside', split: 'validation', count: 12 },
    eligibility: 'own',
    draws: 2,
    grid: { counts: [4, 9], values: [{ offset: 40 }, { offset: 55 }], regions: [0.5] },
    rankAt: { count: 4, value: { offset: 40 }, region: 0.5 },
  });
  expect(cells).toHaveLength(2 * 2 * 2);
  expect(cells.every(({ rect }) => rect[0] === 32 && rect[1] === 32)).toBe(true);
  expect(ranking.cell).toEqual({ count: 4, value: { offset: 40 }, region: 0.5 });
});

test('a preset fills the grid and leaves models, images and seed as they were', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 12);
  await chooseModels(page, ['ResNet', 'DenseNet', 'VGG']);
  const control = await openPart(page, '7');
  await control.getByRole('button', { name: 'New seed' }).click();
  const seed = Number(await control.getByLabel('Seed of the random draws').inputValue());
  expect(seed).not.toBe(7);
  await page.keyboard.press('Escape');

  await button(page, 'Magnitude').click();
  await expectSentence(page, 'by up to ±10, ±40, ±70, ±100 and ±127 in turn anywhere');
  await expectSentence(page, `those that AlexNet and SqueezeNet both get right, seed ${seed}.`);
  await button(page, 'Area').click();
  await expectSentence(page, 'inside centred squares of 100, 90, 75, 50 and 25 % of the side');
  const area = await runAndSave(page);
  expect(area.spec).toMatchObject({
    name: 'area',
    seed,
    models: ['alexnet', 'squeezenet'],
    images: { count: 12 },
    grid: {
      counts: [1, 2, 4, 8, 16, 32, 64],
      values: ['replace'],
      regions: [1, 0.9, 0.75, 0.5, 0.25],
    },
  });
  expect(area.cells).toHaveLength(2 * 7 * 5);

  await button(page, 'Pi comparison').click();
  await expectSentence(page, 'Change 5 pixels to random values anywhere in the whole image');
  await expect(page.getByText('The answer is still the last run’s.')).toBeVisible();
  await button(page, 'Show its experiment').click();
  await expect(button(page, 'Area')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Pi comparison').click();
  const { spec, cells } = await runAndSave(page);
  expect(spec.grid).toEqual({ counts: [5], values: ['replace'], regions: [1] });
  expect(cells.map(({ pi }) => typeof pi)).toEqual(['number', 'number']);
});

test('what cannot be read stays in its control and never reaches the experiment', async ({
  quietPage: page,
}) => {
  await openLab(page);

  const images = await openPart(page, '500 test images');
  await images.getByLabel('Number of test images').fill('many');
  await expect(images.getByRole('alert')).toContainText('Enter a whole number from 1 to 10,000');
  await page.keyboard.press('Enter');
  await expect(images).toBeVisible();
  await page.keyboard.press('Escape');
  await expectSentence(page, 'in 500 test images');

  const counts = await openPart(page, '1 to 64 pixels');
  await counts.getByLabel('Pixel counts').fill('1, 2.5');
  await expect(counts.getByRole('alert')).toContainText('“2.5” is not a whole number');
  await page.keyboard.press('Escape');
  await expectSentence(page, 'Change 1 to 64 pixels');

  const values = await openPart(page, 'random values');
  await values.getByLabel('Another size').fill('128');
  await values.getByRole('button', { name: 'Add' }).click();
  await expect(values.getByRole('alert')).toContainText('from 1 to 127');
  await values.getByRole('checkbox', { name: 'Random values' }).click();
  await expect(values.getByText('Keep at least one kind of change')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectSentence(page, 'to random values anywhere');

  const models = await openPart(page, 'all 5 models');
  for (const name of ['ResNet', 'DenseNet', 'VGG', 'AlexNet']) {
    await models.getByRole('checkbox', { name }).uncheck();
  }
  await models.getByRole('checkbox', { name: 'SqueezeNet' }).click();
  await expect(models.getByRole('alert')).toContainText('Keep at least one model');
  await expect(models.getByRole('checkbox', { name: 'SqueezeNet' })).toBeChecked();
  await expectSentence(page, 'those that SqueezeNet gets right');
});

test('counts that do not fit the area are explained, and nothing runs until they do', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const counts = await openPart(page, '1 to 64 pixels');
  await counts.getByRole('radio', { name: '1 to 1,024' }).click({ force: true });
  await page.keyboard.press('Escape');
  const regions = await openPart(page, 'whole image');
  await regions.getByRole('checkbox', { name: '25 % of the side' }).check();
  await page.keyboard.press('Escape');

  await expect(experiment(page).getByRole('alert')).toHaveText(
    '1,024 pixels do not fit: the centred square of 25 % has 16 × 16 = 256. Choose smaller counts or a larger area.',
  );
  await expect(button(page, 'Run')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Run').click({ force: true });
  await expect(button(page, 'Cancel')).toBeHidden();

  const fitting = await openPart(page, '1 to 1,024 pixels');
  await fitting.getByRole('radio', { name: '1 to 256' }).click({ force: true });
  await page.keyboard.press('Escape');
  await expect(experiment(page).getByRole('alert')).toBeHidden();
  await expect(button(page, 'Run')).not.toHaveAttribute('aria-disabled');
});

test('a run too long to wait for is announced before it starts', async ({ quietPage: page }) => {
  await openLab(page);
  await expect(page.getByText('More than 10 minutes')).toBeHidden();
  await button(page, 'Magnitude').click();
  await chooseImages(page, 10_000);
  await expect(page.getByText('More than 10 minutes')).toBeVisible();
});

test('the pictures follow the values and areas of the sentence', async ({ quietPage: page }) => {
  await openLab(page);
  await button(page, 'Magnitude').click();
  const changed = page.getByRole('img', { name: /, 8.pixels changed$/ }).first();
  const small = await changed.getAttribute('src');
  await page.getByLabel('Change to show').selectOption('±127');
  await expect(changed).not.toHaveAttribute('src', small ?? '');
  await button(page, 'Pi comparison').click();
  await expect(page.getByRole('img', { name: /, 5.pixels changed$/ })).toHaveCount(3);
});

test('a click outside closes a control, and while a run goes on none opens', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const control = await openPart(page, '7');
  await page.getByRole('heading', { name: 'What the models see' }).click();
  await expect(control).toBeHidden();

  await button(page, 'Run').click();
  await expect(button(page, 'Cancel')).toBeVisible();
  await expectSentence(page, 'in 500 test images');
  await expect(experiment(page).getByRole('button', { name: '500 test images' })).toHaveCount(0);
  await expect(button(page, 'Count')).toBeDisabled();
  await button(page, 'Cancel').click();
  await expect(experiment(page).getByRole('button', { name: '500 test images' })).toBeVisible();
});
