import { expect } from '@playwright/test';
import { button, chooseImages, expectFinished, openLab, test } from './lab-page.ts';

interface Extent {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

const widths = [320, 390, 768, 1080, 1440, 2560];

test(`nothing is cut off to the side from ${widths[0]} to ${widths.at(-1)} pixels`, async ({
  quietPage: page,
}) => {
  await openLab(page);
  const root = page.locator('html');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => root.evaluate((html: Extent) => html.clientWidth)).toBe(width);
    const cutOff = () => root.evaluate((html: Extent) => html.scrollWidth - html.clientWidth);
    await expect.poll(cutOff, `at ${width} pixels`).toBeLessThanOrEqual(0);
  }
});

test('every place of the rail can be reached on a low window, and Models fits a narrow one', async ({
  quietPage: page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await openLab(page, '/?panel=models');
  const rail = page.getByRole('navigation', { name: 'Panels' });
  await expect(rail.getByRole('link', { name: 'Runs' })).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 320, height: 600 });
  const cutOff = () =>
    page.locator('html').evaluate((html: Extent) => html.scrollWidth - html.clientWidth);
  await expect.poll(cutOff).toBeLessThanOrEqual(0);
});

test('chart, table and buttons stay where they are from the empty page to the result', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 12);
  const plot = page.locator('svg[data-plot]');
  const table = page.getByRole('table', { name: 'Every figure' });
  await expect(plot).toBeVisible();
  const before = [await plot.boundingBox(), await table.boundingBox()];
  await button(page, 'Run').click();
  await expectFinished(page);
  expect([await plot.boundingBox(), await table.boundingBox()]).toEqual(before);
});
