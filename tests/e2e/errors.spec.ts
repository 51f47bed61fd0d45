import { expect, test } from '@playwright/test';
import { button, chooseImages, expectFinished, openLab } from './lab-page.ts';

const weights = '**/models/vgg/weights.bin';

test('a model that is not there is named in place, and Retry runs once it is back', async ({
  page,
}) => {
  await page.route(weights, (route) => route.fulfill({ status: 404 }));
  await openLab(page);
  await chooseImages(page, 48);
  await button(page, 'Run').click();

  const error = page.getByRole('alert');
  await expect(error).toContainText('A model could not be fetched: VGG');
  await expect(error).toContainText('weights.bin of vgg');
  await expect(error).toContainText('404');
  await expect(error).toContainText('Nothing had been measured yet.');

  await page.unroute(weights);
  await button(page, 'Retry').click();
  await expectFinished(page);
  await expect(error).toBeHidden();
});

test('a damaged model is refused before anything is measured with it', async ({ page }) => {
  await page.route(weights, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[100] = (body[100] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await openLab(page);
  await button(page, 'Run').click();
  const error = page.getByRole('alert');
  await expect(error).toContainText('A model could not be read: VGG');
  await expect(error).toContainText('SHA-256');
  await expect(button(page, 'Retry')).toBeVisible();
});

test('a model that does not load can be given up without an error', async ({ page }) => {
  await page.route(weights, () => {
    // Never answered: the request hangs.
  });
  await openLab(page);
  await button(page, 'Run').click();
  await button(page, 'Cancel').click();
  await expect(button(page, 'Run')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a panel whose files do not come says so, and is there after a reload', async ({ page }) => {
  const panel = '**/assets/inspect-panel-*';
  await page.route(panel, (route) => route.abort());
  await openLab(page);
  await page.getByRole('link', { name: 'Inspect' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of the lab could not be loaded');

  await page.unroute(panel);
  await button(page, 'Reload').click();
  await expect(page.getByRole('main', { name: 'Inspect' }).getByRole('slider')).toBeVisible();
});
