import { expect } from '@playwright/test';
import { repairResultSchema } from '../../src/protocol/repair-result.ts';
import { plainCorrect } from '../support/plain-roadside.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolations,
  expectNoViolationsInEitherScheme,
  expectUnderWay,
  openPart,
  phase,
  test,
} from './lab-page.ts';
import {
  expectJudgedEpoch,
  expectRepaired,
  keptModels,
  makeSmall,
  openRepair,
  saved,
  unpacked,
} from './repair-page.ts';

test('a small repair trains, pauses, goes on, judges and hands out what it made', async ({
  quietPage: page,
}) => {
  await openRepair(page);
  await makeSmall(page, 200);
  await button(page, 'Repair').click();
  await expectJudgedEpoch(page);
  await button(page, 'Pause').click();
  await expect(phase(page, 'Paused')).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Resume').click();
  await expectRepaired(page);

  const cursor = page.getByRole('slider', { name: /^Accuracy over the epochs/ });
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^Epoch 200: .*Unchanged/);
  await expect(keptModels(page)).toHaveText(/ResNet repaired at 4.*of 40 test images/);

  const json = new TextDecoder().decode(await saved(page, 'result.json', 'result.json'));
  const result = repairResultSchema.parse(JSON.parse(json));
  expect(result.repaired.map(({ id, epochs }) => [id, epochs.length])).toEqual([
    ['resnet-repaired-4', 200],
  ]);
  expect(result.attacks).toBeNull();

  const zip = await saved(page, 'Download ResNet repaired at 4', 'resnet-repaired-4.zip');
  const files = unpacked(zip);
  const folder = 'resnet-repaired-4/';
  expect(files.paths).toEqual(
    ['labels.txt', 'model.json', 'preprocess.json', 'weights.bin'].map((name) => folder + name),
  );
  const clean = result.heldOut?.clean.find(({ model }) => model === 'resnet-repaired-4');
  const correct = await plainCorrect(
    {
      topology: files.text(`${folder}model.json`),
      weights: files.bytes(`${folder}weights.bin`),
      preprocess: files.text(`${folder}preprocess.json`),
    },
    40,
  );
  expect(clean).toMatchObject({ images: 40, correct });
});

test('a cancelled repair keeps its best weights, which a reload finds and Measure sweeps', async ({
  quietPage: page,
}) => {
  await openRepair(page);
  await makeSmall(page, 900);
  await button(page, 'Repair').click();
  await expectJudgedEpoch(page);
  await expect(page).toHaveTitle(/^\d+\s% · Repair · Pixelproof$/);
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expect(page.getByText('The best weights so far are kept: one model.')).toBeVisible();
  await expect(keptModels(page)).toHaveText(/ResNet repaired at 4.*not judged on test images/);

  await page.reload();
  await expect(keptModels(page)).toHaveCount(1);
  await button(page, 'Measure ResNet repaired at 4').click();
  await expect(page.getByRole('main', { name: 'Measure' })).toBeVisible();
  await expect(button(page, 'ResNet and ResNet repaired at 4')).toBeVisible();
  await chooseImages(page, 200);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await button(page, 'Pause').click();

  await page.getByRole('link', { name: 'Repair' }).click();
  await expect(button(page, 'Repair')).toBeDisabled();
  await expect(page.getByText(/^A run in Measure is under way/)).toBeVisible();
  await button(page, 'Show it').click();
  await button(page, 'Resume').click();
  await expectFinished(page);
  await expect(page.getByRole('region', { name: 'Every figure' })).toContainText(
    'ResNet repaired at 4',
  );
});

test('a deleted model leaves the sentences, and comes back', async ({ quietPage: page }) => {
  await openRepair(page);
  await makeSmall(page, 900);
  await button(page, 'Repair').click();
  await expectJudgedEpoch(page);
  await button(page, 'Cancel').click();
  await expect(keptModels(page)).toHaveCount(1);

  const control = await openPart(page, 'ResNet', 'Repair');
  await control.getByRole('radio', { name: 'ResNet repaired at 4' }).check();
  await page.keyboard.press('Escape');
  await expect(button(page, 'ResNet repaired at 4')).toBeVisible();
  await button(page, 'Delete ResNet repaired at 4').click();
  await expect(keptModels(page)).toHaveCount(0);
  await expect(button(page, 'ResNet repaired at 4')).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(keptModels(page)).toHaveCount(1);
});

test('an entry that cannot be read stays where it is typed, and one that does not fit is told', async ({
  quietPage: page,
}) => {
  await openRepair(page);
  await button(page, 'More settings').click();
  const rate = page.getByLabel('Learning rate');
  await rate.fill('fast');
  await expect(
    page.getByText('Enter a number above 0 to 10. Until then it stays 0.001.'),
  ).toBeVisible();
  await rate.fill('0.01');
  await expect(page.getByText(/Until then it stays/)).toHaveCount(0);

  const control = await openPart(page, 'whole image', 'Repair');
  await control.getByLabel(/^Side of the centred square/).fill('5');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveText(/pixels do not fit/);
  await expect(button(page, 'Repair')).toBeDisabled();
});

test('samples are made apart from the page and saved with a table', async ({ quietPage: page }) => {
  await openRepair(page);
  const card = page.getByRole('region', { name: 'Samples as files' });
  await card.getByRole('radio', { name: '16', exact: true }).check();
  await card.getByLabel('Training images').fill('12');
  await card.getByLabel('Samples of each').fill('2');
  const files = unpacked(await saved(page, 'Make 24 samples', 'samples.zip'));
  expect(files.paths.filter((path) => path.endsWith('.png'))).toHaveLength(24);
  expect(files.text('samples.csv').trim().split('\n')).toHaveLength(25);
  expect(JSON.parse(files.text('samples.json'))).toMatchObject({
    spec: { augment: { arm: 'pixels', count: 16, samples: 2 } },
    manifest: { samples: 24, complete: true },
  });
  await expect(card.getByText('24 samples are saved in samples.zip.')).toBeVisible();

  await card.getByLabel('Training images').fill('30000');
  await button(page, 'Make 60,000 samples').click();
  await expect(card.getByText(/ of 60,000, .* left$/)).toBeVisible();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card.getByText('Cancelled; no file was saved.')).toBeVisible();
});

test('axe finds nothing before and after a repair', async ({ quietPage: page }) => {
  await openRepair(page);
  await expectNoViolationsInEitherScheme(page);
  await makeSmall(page, 2);
  await button(page, 'More settings').click();
  await button(page, 'Repair').click();
  await expectRepaired(page);
  await expectNoViolationsInEitherScheme(page);
});

test('on a phone nothing is wider than the screen', async ({ quietPage: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openRepair(page);
  const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
  expect(await width()).toBeLessThanOrEqual(390);
  await button(page, 'More settings').click();
  expect(await width()).toBeLessThanOrEqual(390);
});
