import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { attackResultSchema, type AttackResult } from '../../src/protocol/attack-result.ts';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { drop, openedFrom } from './files.ts';
import {
  button,
  download,
  expectFinished,
  expectSameAfterPause,
  expectNoViolations,
  expectUnderWay,
  openLab,
  openPart,
  phase,
  test,
} from './lab-page.ts';

const spec: SpecInput = {
  version: 1,
  seed: 7,
  models: ['resnet', 'squeezenet'],
  images: { source: 'roadside', split: 'test', count: 40 },
  grid: { counts: [1, 8, 64] },
  attack: { kind: 'fgsm', epsilon: 8 },
};

function resultOf(text: string): AttackResult {
  return attackResultSchema.parse(JSON.parse(text));
}

/** The attack of a file, run to its end. */
async function runAttack(page: Page, change: Partial<SpecInput> = {}): Promise<void> {
  await drop(page, 'spec.json', JSON.stringify({ ...spec, ...change }));
  await expect(button(page, 'FGSM')).toBeVisible();
  await button(page, 'Run').click();
  await expectFinished(page);
}

test('the preset writes the attack into the sentence, and another preset takes it out', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const experiment = page.getByRole('region', { name: 'Experiment' });
  await button(page, 'Attack').click();
  await expect(experiment).toContainText(/Make FGSM adversarial examples of at most 2, 4 and 8/);

  const kind = await openPart(page, 'FGSM');
  await kind.getByRole('radio', { name: /^PGD/ }).check();
  await page.keyboard.press('Escape');
  await expect(experiment).toContainText(/Make PGD adversarial examples .* in 10\s?iterations/);

  const sizes = await openPart(page, '2, 4 and 8');
  await sizes.getByRole('checkbox', { name: '2', exact: true }).uncheck();
  await sizes.getByLabel('Another size').fill('12');
  await sizes.getByLabel('Another size').press('Enter');
  await page.keyboard.press('Escape');
  await expect(experiment).toContainText('at most 4, 8 and 12 byte steps');

  await button(page, 'Count').click();
  await expect(experiment).toContainText(/Change 1 to 64/);
  await expect(experiment).not.toContainText('adversarial');
});

test('answers with a finding, figures and the files of the lab command', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await runAttack(page);
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('status')).toContainText(/^64 random pixels restore|^Not one/);
  await expect(answer.getByRole('heading', { name: 'ResNet' })).toBeVisible();

  const text = await download(page, 'result.json');
  const result = resultOf(text);
  expect(result.manifest.complete).toBe(true);
  const restored = result.cells.find(({ model, count }) => model === 'resnet' && count === 64);
  const shown = `${(100 * (restored?.restored.share ?? 0)).toFixed(1)}\u00a0%`;
  const table = page.getByRole('table', { name: 'Every figure of recovery' });
  await expect(table.getByRole('row').nth(3).getByRole('cell').first()).toContainText(shown);

  const folder = await mkdtemp(join(tmpdir(), 'pixelproof-'));
  try {
    const file = join(folder, 'spec.json');
    const out = join(folder, 'out');
    await writeFile(file, JSON.stringify(result.spec));
    await promisify(execFile)('npm', ['run', 'lab', '--', 'attack', file, '--out', out]);
    const written = (name: string) => readFile(join(out, name), 'utf8');
    expect(await download(page, 'images.csv')).toBe(await written('images.csv'));
    expect(await download(page, 'cells.csv')).toBe(await written('cells.csv'));
    const ofCommand = resultOf(await written('result.json'));
    expect({ ...result, manifest: null }).toEqual({ ...ofCommand, manifest: null });
  } finally {
    await rm(folder, { recursive: true });
  }

  await openLab(page);
  await drop(page, 'monday.json', text);
  await expect(openedFrom(page, 'monday.json')).toBeVisible();
  await expect(table.getByRole('row').nth(3).getByRole('cell').first()).toContainText(shown);
  expect(await download(page, 'result.json')).toBe(text);
});

test('a pause changes nothing, and a cancelled attack keeps what is done', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const slow: SpecInput = { ...spec, models: ['resnet'], attack: { kind: 'pgd', epsilon: 8 } };
  await drop(page, 'spec.json', JSON.stringify(slow));
  await expectSameAfterPause(page);

  await button(page, 'Run again').click();
  await expectUnderWay(page);
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expect(button(page, 'Continue')).toBeHidden();
  expect(resultOf(await download(page, 'result.json')).manifest.complete).toBe(false);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing after an attack, and it fits a phone', async ({ quietPage: page }) => {
      await openLab(page);
      await runAttack(page, {
        models: ['squeezenet'],
        attack: { kind: 'fgsm', epsilon: [4, 8] },
      });
      await expectNoViolations(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Restored');
      await expect(page.getByRole('region', { name: 'Restored against random' })).toBeVisible();
      await expectNoViolations(page);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(390);
    });
  });
}
