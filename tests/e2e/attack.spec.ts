import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { attackResultSchema, type AttackResult } from '../../src/protocol/attack-result.ts';
import type { SpecInput } from '../../src/protocol/spec.ts';
import { mostRestored } from '../../src/state/gallery/attack-pictures.ts';
import { drop, openedFrom } from './files.ts';
import { bytesOf, className, gallery, pictures } from './gallery-page.ts';
import {
  button,
  download,
  expectFinished,
  expectSameAfterPause,
  expectNoViolations,
  expectNoViolationsInEitherScheme,
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

/** The class in "Attacked, ε 8: speed limit 30 63.7 %", as at the start of a line. */
function classIn(said: string): string {
  const name = /: (.*?) (?:over )?[\d.]+\s%$/.exec(said)?.[1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
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
  await expect(gallery(page)).toContainText('holds no classifications of single images');
});

/** Rows of an attack's images.csv: the class of a picture by image. */
function classesOf(csv: string, isOf: (row: readonly string[]) => boolean): Map<string, number> {
  const rows = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return new Map(rows.filter(isOf).map((row) => [row[0] ?? '', Number(row[7])]));
}

test('the pictures of an attack are the examples that images.csv counts, before, attacked and changed', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await runAttack(page);
  const result = resultOf(await download(page, 'result.json'));
  const csv = await download(page, 'images.csv');
  const most = mostRestored(result);
  const cell = result.cells.find(
    ({ model, count }) => model === most?.model && count === most.count,
  );
  if (most === null || cell === undefined) throw new Error('the attack made no example');
  await button(page, 'Show where most are restored').click();
  await expect(page.getByLabel('Model whose pictures are shown')).toHaveValue(cell.model);
  await expect(page.getByLabel('Changed pixels of the pictures')).toHaveValue(String(cell.count));
  await expect(gallery(page)).toContainText(
    `${cell.restored.count} of ${cell.examples} examples restored`,
  );

  const ofPicture = (count: number, picture: string) =>
    classesOf(
      csv,
      (row) => row[2] === cell.model && Number(row[3]) === count && row[8] === picture,
    );
  const adversarial = ofPicture(0, 'adversarial');
  const changed = ofPicture(cell.count, 'adversarial');
  const groups = [
    ['Restored', cell.restored.count],
    ['Still adversarial', cell.stillAdversarial.count],
    ['Other wrong', cell.otherWrong.count],
  ] as const;
  for (const [name, count] of groups) {
    await gallery(page).getByText(`${name} ${count}`, { exact: true }).click();
    await expect(pictures(page)).toHaveCount(Math.min(12, count));
    for (const card of await pictures(page).all()) {
      const parts = ((await card.getAttribute('aria-label')) ?? '').split('. ');
      const image = /^Image (\d+):/.exec(parts[0] ?? '')?.[1] ?? '';
      const [before, attacked, after] = parts.slice(1, 4).map(classIn);
      expect(parts[4]).toBe(name);
      expect(attacked).toBe(className(adversarial.get(image) ?? -1));
      expect(after).toBe(className(changed.get(image) ?? -1));
      expect(before === attacked).toBe(false);
      expect(before === after).toBe(name === 'Restored');
      const [original, example, last] = await Promise.all(
        [0, 1, 2].map((at) => bytesOf(card.locator('canvas').nth(at))),
      );
      const farthest = Math.max(
        ...(original ?? []).map((byte, at) => Math.abs(byte - (example?.[at] ?? 0))),
      );
      expect(farthest).toBe(8);
      expect(last).not.toEqual(example);
    }
  }

  await gallery(page).getByText(`Restored ${cell.restored.count}`).click();
  await pictures(page).first().press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Restored: .* after the attack/)).toBeVisible();
  await expect(dialog.getByRole('img', { name: /^Added noise, ×\s15/ })).toBeVisible();
  await expect(dialog.getByRole('columnheader', { name: 'Attacked' })).toBeVisible();
  const changes = dialog.getByRole('table', { name: 'Changed pixels' }).getByRole('row');
  await expect(changes).toHaveCount(cell.count + 1);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');

  const table = page.getByRole('table', { name: 'Every figure of recovery' });
  await table
    .getByRole('row')
    .nth(1)
    .getByRole('button', { name: /^ResNet:/ })
    .click();
  await expect(page.getByLabel('Changed pixels of the pictures')).toHaveValue('1');
  await expect(page.getByLabel('Model whose pictures are shown')).toHaveValue('resnet');
  await expectNoViolations(page);
});

test('neither a pause nor a cancellation that is taken back changes what an attack finds', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const slow: SpecInput = { ...spec, models: ['resnet'], attack: { kind: 'pgd', epsilon: 8 } };
  await drop(page, 'spec.json', JSON.stringify(slow));
  await expectSameAfterPause(page);
  const whole = await download(page, 'images.csv');

  await button(page, 'Run again').click();
  await expectUnderWay(page);
  await expect(page).toHaveTitle(/^\d+\s% · Pixelproof$/);
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  expect(resultOf(await download(page, 'result.json')).manifest.complete).toBe(false);

  await button(page, 'Continue').click();
  await expectFinished(page);
  expect(await download(page, 'images.csv')).toBe(whole);
  expect(resultOf(await download(page, 'result.json')).manifest.complete).toBe(true);
});

test('axe finds nothing after an attack, and it fits a phone', async ({ quietPage: page }) => {
  await openLab(page);
  await runAttack(page, {
    models: ['squeezenet'],
    attack: { kind: 'fgsm', epsilon: [4, 8] },
  });
  await expectNoViolationsInEitherScheme(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Restored');
  await expect(page.getByRole('region', { name: 'Restored against random' })).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(390);
});
