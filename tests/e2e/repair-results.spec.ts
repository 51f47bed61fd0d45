import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { repairResultSchema, type RepairResult } from '../../src/protocol/repair-result.ts';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { drop, fixture, openedFrom } from './files.ts';
import { button, expectNoViolationsInEitherScheme, openLab, test } from './lab-page.ts';
import { expectJudgedEpoch, makeSmall, openRepair, saved } from './repair-page.ts';

const spec: SpecInput = {
  version: 1,
  name: 'a small repair',
  seed: 11,
  models: ['resnet'],
  images: { source: 'roadside', split: 'test', count: 30 },
  eligibility: 'own',
  grid: { counts: [4, 64] },
  repair: {
    model: 'resnet',
    counts: [4, 16],
    images: 60,
    validationImages: 24,
    epochs: 3,
    epsilons: [4],
    attackImages: 12,
    distanceImages: 12,
  },
};

let result: RepairResult;
let text: string;

/** What the command makes of the spec. */
test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pixelproof-'));
  try {
    const file = join(folder, 'spec.json');
    const out = join(folder, 'out');
    await writeFile(file, JSON.stringify(spec));
    await promisify(execFile)('npm', ['run', 'lab', '--', 'repair', file, '--out', out]);
    text = await readFile(join(out, 'result.json'), 'utf8');
    result = repairResultSchema.parse(JSON.parse(text));
  } finally {
    await rm(folder, { recursive: true });
  }
});

function sentence(page: Page) {
  return page.getByRole('region', { name: 'Repair', exact: true });
}

test('a dropped result of a repair is shown in its panel, marked as what it is, until it is closed', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'monday.json', text);
  await expect(page.getByRole('main', { name: 'Repair' })).toBeVisible();
  await expect(page).toHaveURL(/\?panel=repair(&|$)/);
  await expect(page).toHaveTitle(/^monday\.json · Repair/);
  await expect(openedFrom(page, 'monday.json')).toContainText(
    /Repaired on \d+ \w+ \d{4} .*WASM with \d+ lanes?; complete.*Repair does the same here/,
  );
  await expect(sentence(page)).toContainText(/60\s?training images with 4 or 16 random pixels/);
  await expect(button(page, 'Repair')).toBeEnabled();

  const clean = page.getByRole('region', { name: 'Unchanged images' });
  for (const { accuracy } of result.heldOut?.clean ?? []) {
    await expect(clean).toContainText(`${((accuracy ?? 0) * 100).toFixed(1)}\u00a0%`);
  }
  const training = page.getByRole('region', { name: 'Training' });
  await expect(training).toContainText('After epoch 3');
  for (const { count, taken, epochs } of result.repaired) {
    await expect(training.getByRole('listitem').filter({ hasText: `${count} pixels` })).toHaveText(
      new RegExp(`trained, best epoch ${taken}$`),
    );
    const { clean: right = 0, changed = 0, validationImages = 1 } = epochs.at(-1) ?? {};
    for (const correct of [right, changed]) {
      const share = ((100 * correct) / validationImages).toFixed(1);
      await expect(training).toContainText(`${share}\u00a0%`);
    }
  }

  const json = new TextDecoder().decode(await saved(page, 'result.json', 'result.json'));
  expect(JSON.parse(json)).toEqual(result);
  await expect(page.getByRole('button', { name: /^Model at/ })).toHaveCount(0);

  await page.getByRole('link', { name: 'Measure' }).click();
  await expect(openedFrom(page, 'monday.json')).toBeHidden();
  await page.getByRole('link', { name: 'Repair' }).click();
  await button(page, 'Close').click();
  await expect(openedFrom(page, 'monday.json')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'What a repair is' })).toBeVisible();
  await expect(sentence(page)).toContainText(/1,000\s?training images/);
});

test('a dropped spec with a repair becomes the next repair, and can be taken back', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'spec.json', JSON.stringify(spec));
  await expect(page.getByRole('main', { name: 'Repair' })).toBeVisible();
  await expect(page.getByRole('status').getByText('“a small repair”')).toBeVisible();
  await expect(sentence(page)).toContainText(/60\s?training images.*3\s?epochs.*seed 11/);
  await button(page, 'Undo').click();
  await expect(sentence(page)).toContainText(/1,000\s?training images/);

  const foreign = { ...spec, models: ['lenet'], repair: { ...spec.repair, model: 'lenet' } };
  await drop(page, 'foreign.json', JSON.stringify(foreign));
  await expect(page.getByRole('alert')).toContainText(
    /foreign\.json cannot be run on this page.*repair\.model: this page has no model lenet.*npm run lab -- repair/,
  );
  // A sweep's result is shown where sweeps are.
  await drop(page, 'result.json', fixture('result.json'));
  await expect(page.getByRole('main', { name: 'Measure' })).toBeVisible();
  await expect(openedFrom(page, 'result.json')).toBeVisible();
});

test('a repair that is under way goes on when the result of another is dropped', async ({
  quietPage: page,
}) => {
  await openRepair(page);
  await makeSmall(page, 900);
  await button(page, 'Repair').click();
  await expectJudgedEpoch(page);
  for (const file of [text, JSON.stringify(spec)]) {
    await drop(page, 'late.json', file);
    await expect(page.getByRole('alert')).toContainText(
      'late.json was not opened: a repair is under way',
    );
    await button(page, 'Dismiss').click();
  }
  await button(page, 'Cancel').click();
  await expect(button(page, 'result.json')).toBeVisible();
  const own = await saved(page, 'result.json', 'result.json');

  // An ended repair gives way to the file, and comes back when the file is closed.
  await drop(page, 'late.json', text);
  await expect(openedFrom(page, 'late.json')).toBeVisible();
  await button(page, 'Close').click();
  await expect(page.getByRole('status').getByText('Cancelled', { exact: true })).toBeVisible();
  expect(await saved(page, 'result.json', 'result.json')).toEqual(own);
});

test('a faulty result of a repair is refused with the field, and what is shown stays', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const faulty = structuredClone(result);
  const [row] = faulty.heldOut?.clean ?? [];
  if (row !== undefined) row.correct = 31;
  await drop(page, 'faulty.json', JSON.stringify(faulty));
  await expect(page.getByRole('alert')).toContainText(/heldOut\.clean\[0\]\.correct: 31 of 30/);
  await expect(page.getByRole('main', { name: 'Measure' })).toBeVisible();
});

test('axe finds nothing in an opened repair, and it fits a phone', async ({ quietPage: page }) => {
  await openLab(page);
  await drop(page, 'monday.json', text);
  await expect(openedFrom(page, 'monday.json')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolationsInEitherScheme(page);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
});
