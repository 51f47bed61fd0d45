import { expect } from '@playwright/test';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolationsInEitherScheme,
  expectUnderWay,
  openLab,
  phase,
  test,
} from './lab-page.ts';

test('axe finds nothing before, in the middle of and after a run', async ({ quietPage: page }) => {
  await openLab(page);
  await expectNoViolationsInEitherScheme(page);

  await chooseImages(page, 100);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await button(page, 'Pause').click();
  await expect(phase(page, 'Paused')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await button(page, 'Continue').click();
  await expectFinished(page);
  await expectNoViolationsInEitherScheme(page);
});

test('axe finds nothing in an error and in the choice of a backend', async ({ page }) => {
  await page.route('**/models/vgg/weights.bin', (route) => route.fulfill({ status: 404 }));
  await openLab(page);
  await button(page, 'Run').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await page.getByRole('button', { name: /· \d+ lanes?$/ }).click();
  await expect(page.getByRole('radio', { name: 'Choose the fastest' })).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
});

test('the experiment runs and its curve is read with the keyboard alone', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await page.getByRole('button', { name: /test images$/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Images on a scale' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Number of test images')).toHaveValue('10');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await button(page, 'Run').focus();
  await page.keyboard.press('Enter');
  await expectFinished(page);

  const cursor = page.getByRole('slider', { name: /^Accuracy against changed pixels/ });
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^64.pixels: ResNet [\d.]+.%, interval/);
  await page.keyboard.press('ArrowLeft');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^32.pixels: ResNet/);
  await expect(page.getByText(/^With 32.pixels changed$/)).toBeVisible();
});
