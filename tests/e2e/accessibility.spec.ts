import { expect } from '@playwright/test';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolations,
  expectUnderWay,
  openLab,
  phase,
  test,
} from './lab-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing before, in the middle of and after a run', async ({
      quietPage: page,
    }) => {
      await openLab(page);
      await expectNoViolations(page);

      await chooseImages(page, 48);
      await button(page, 'Run').click();
      await expectUnderWay(page);
      await button(page, 'Pause').click();
      await expect(phase(page, 'Paused')).toBeVisible();
      await expectNoViolations(page);
      await button(page, 'Cancel').click();
      await expect(phase(page, 'Cancelled')).toBeVisible();
      await expectNoViolations(page);
      await button(page, 'Continue').click();
      await expectFinished(page);
      await expectNoViolations(page);
    });

    test('axe finds nothing in an error and in the choice of a backend', async ({ page }) => {
      await page.route('**/models/vgg/weights.bin', (route) => route.fulfill({ status: 404 }));
      await openLab(page);
      await button(page, 'Run').click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('button', { name: /· \d+ lanes?$/ }).click();
      await expect(page.getByRole('radio', { name: 'Choose the fastest' })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

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
  await page.keyboard.type('48');
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
