import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { parseSpec } from '../../src/protocol/parse-spec.ts';
import { resultSchema } from '../../src/protocol/result.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectSameAfterPause,
  expectUnderWay,
  openLab,
  openPart,
  phase,
  test,
} from './lab-page.ts';

const modelNames = ['ResNet', 'DenseNet', 'VGG', 'AlexNet', 'SqueezeNet'];

function rowsOf(csv: string): string[] {
  return csv.trimEnd().split('\n').slice(1);
}

test('shows the experiment, its cost and what computes before anything runs', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await expect(page.getByRole('heading', { name: 'Pixelproof' })).toBeVisible();
  await expect(page.getByText('1 to 64 pixels', { exact: true })).toBeVisible();
  await expect(page.getByText(/About [\d,]+ classifications, \S+/)).toBeVisible();
  await expect(button(page, 'Run')).toBeEnabled();
  await expect(page.getByRole('img', { name: /, 8.pixels changed$/ })).toHaveCount(3);
});

test('one click measures five models, answers with a curve, figures and a finding, and classifies as the lab command does', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 24);
  await button(page, 'Run').click();
  await expectFinished(page);

  await expect(page.getByRole('status').getByText(/5\s%/)).toBeVisible();
  await expect(page.locator('[data-series] [data-mark="line"]')).toHaveCount(modelNames.length);
  const rows = page.getByRole('table', { name: 'Every figure' }).getByRole('row');
  await expect(rows).toHaveCount(8);
  for (const name of modelNames) {
    await expect(page.getByRole('columnheader', { name }).first()).toBeVisible();
  }

  const result = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  expect(result.manifest.complete).toBe(true);
  expect(parseSpec(JSON.parse(await download(page, 'spec.json')))).toEqual(result.spec);
  expect(result.cells).toHaveLength(5 * 7);
  const [cell] = result.cells;
  const shown = `${((cell?.accuracy ?? 0) * 100).toFixed(1)}\u00a0%`;
  await expect(rows.nth(1).getByRole('cell').first()).toContainText(shown);
  const cells = await download(page, 'cells.csv');
  expect(rowsOf(cells)).toHaveLength(5 * 7);

  expect(result.manifest.backend).toBe('wasm');
  const images = await download(page, 'images.csv');
  const folder = await mkdtemp(join(tmpdir(), 'pixelproof-'));
  try {
    const spec = join(folder, 'spec.json');
    const out = join(folder, 'out');
    await writeFile(spec, JSON.stringify(result.spec));
    await promisify(execFile)('npm', ['run', 'lab', '--', 'sweep', spec, '--out', out]);
    expect(await readFile(join(out, 'images.csv'), 'utf8')).toBe(images);
    expect(await readFile(join(out, 'cells.csv'), 'utf8')).toBe(cells);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('neither a pause nor a cancellation that is taken back changes a classification', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 60);
  await expectSameAfterPause(page);
  const whole = rowsOf(await download(page, 'images.csv'));

  await button(page, 'Run again').click();
  await expectUnderWay(page);
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  const kept = rowsOf(await download(page, 'images.csv'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(whole.length);
  const all = new Set(whole);
  expect(kept.filter((row) => !all.has(row))).toEqual([]);
  const result = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  expect(result.manifest.complete).toBe(false);

  await button(page, 'Continue').click();
  await expectFinished(page);
  expect(rowsOf(await download(page, 'images.csv'))).toEqual(whole);
});

test('another seed changes other pixels', async ({ quietPage: page }) => {
  await openLab(page);
  const changed = page.getByRole('img', { name: /, 8.pixels changed$/ }).first();
  await expect(changed).toBeVisible();
  const before = await changed.getAttribute('src');
  const control = await openPart(page, '7');
  await control.getByLabel('Seed of the random draws').fill('8');
  await expect(changed).not.toHaveAttribute('src', before ?? '');
});
