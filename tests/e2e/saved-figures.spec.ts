import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Download, type Page } from '@playwright/test';
import { decode } from 'fast-png';
import { resultSchema } from '../../src/protocol/result.ts';
import { drop, fixture, openedFrom } from './files.ts';
import { button, chooseImages, download, expectFinished, openLab, test } from './lab-page.ts';

async function saveAs(page: Page, kind: 'PNG picture' | 'SVG drawing'): Promise<Download> {
  const saved = page.waitForEvent('download');
  await button(page, 'Save figure').click();
  await page.getByRole('menuitem', { name: kind }).click();
  return saved;
}

/** The ends of the lines of a path in its own pixels. */
function corners(path: string): { x: number; y: number }[] {
  return [...path.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

test.use({ colorScheme: 'dark' });

test('the saved drawing needs nothing else and shows the figures of result.json', async ({
  quietPage: page,
  context,
}) => {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  await expect(openedFrom(page, 'result.json')).toBeVisible();
  const { cells } = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  const saved = await saveAs(page, 'SVG drawing');
  expect(saved.suggestedFilename()).toBe('pixelproof-accuracy.svg');

  const folder = await mkdtemp(join(tmpdir(), 'pixelproof-'));
  try {
    const file = join(folder, saved.suggestedFilename());
    await saved.saveAs(file);
    expect(await readFile(file, 'utf8')).not.toMatch(
      /var\(|<script|<style|class=|href=|url\(['"]?h/,
    );

    const view = await context.newPage();
    await view.goto(pathToFileURL(file).href);
    await expect(view.locator('parsererror')).toHaveCount(0);
    const words = await view.locator('text').allTextContents();
    expect(words).toEqual(
      expect.arrayContaining([
        'Accuracy against changed pixels',
        'Still classified correctly, % of eligible images',
        'SqueezeNet',
      ]),
    );
    expect(words.join(' ')).toMatch(
      /seed 11\. n = \d+ eligible images\. .*Pixelproof, \d+ \w+ 20\d\d\./,
    );
    await expect(view.locator('[data-part="legend"]')).toHaveCount(5);

    const heightOf = async (label: string) =>
      Number(
        await view
          .locator('svg svg text[text-anchor="end"]')
          .filter({ hasText: new RegExp(`^${label}$`) })
          .getAttribute('y'),
      );
    const [top, bottom] = [await heightOf('100'), await heightOf('90')];
    for (const model of ['resnet', 'squeezenet']) {
      const path = await view
        .locator(`[data-series="${model}"] [data-mark="line"]`)
        .getAttribute('d');
      const drawn = corners(path ?? '').map(({ y }) => 100 - (10 * (y - top)) / (bottom - top));
      const own = cells.filter((cell) => cell.model === model);
      expect(drawn).toHaveLength(own.length);
      for (const [at, { accuracy }] of own.entries()) {
        expect(Math.abs((drawn[at] ?? 0) - 100 * (accuracy ?? 0))).toBeLessThan(0.02);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the saved picture has twice the size of the drawing and is not blank', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await button(page, 'Area').click();
  await chooseImages(page, 12);
  await button(page, 'Run').click();
  await expectFinished(page);
  const svg = await readFile(await (await saveAs(page, 'SVG drawing')).path(), 'utf8');
  const png = decode(await readFile(await (await saveAs(page, 'PNG picture')).path()));
  const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect([png.width, png.height]).toEqual([2 * Number(width), 2 * Number(height)]);

  let drawn = 0;
  const colors = new Set<number>();
  for (let at = 0; at < png.data.length; at += png.channels) {
    const [red = 255, green = 255, blue = 255] = png.data.slice(at, at + 3);
    if (red + green + blue === 765) continue;
    drawn += 1;
    colors.add(red * 65_536 + green * 256 + blue);
  }
  const share = drawn / (png.width * png.height);
  expect(share).toBeGreaterThan(0.02);
  expect(share).toBeLessThan(0.5);
  expect(colors.has(0x0d47a8), 'the colour of ResNet in the light scheme').toBe(true);
});
