import { expect } from '@playwright/test';
import { button, chooseImages, expectFinished, openLab, test } from './lab-page.ts';

interface Extent {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

const widths = [320, 390, 768, 1080, 1440, 2560];

for (const width of widths) {
  test(`nothing is cut off to the side at ${width} pixels`, async ({ quietPage: page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openLab(page);
    const root = page.locator('html');
    const scrollWidth = await root.evaluate((html: Extent) => html.scrollWidth);
    const clientWidth = await root.evaluate((html: Extent) => html.clientWidth);
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
}

test('chart, table and buttons stay where they are from the empty page to the result', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 48);
  const plot = page.locator('svg[data-plot]');
  const table = page.getByRole('table', { name: 'Every figure' });
  await expect(plot).toBeVisible();
  const before = [await plot.boundingBox(), await table.boundingBox()];
  await button(page, 'Run').click();
  await expectFinished(page);
  expect([await plot.boundingBox(), await table.boundingBox()]).toEqual(before);
});
