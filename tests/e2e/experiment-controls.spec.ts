import { expect } from '@playwright/test';
import { expectNoViolationsInEitherScheme, openLab, openPart, test } from './lab-page.ts';

const parts = [
  '1 to 64 pixels',
  'random values',
  'whole image',
  '500 test images',
  'one draw',
  'those',
  'all 5 models',
  '7',
  '64 pixels',
];

test('axe finds nothing in any open control, and each fits a narrow screen', async ({
  quietPage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page);
  for (const part of parts) {
    const control = await openPart(page, part);
    const box = await control.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await expectNoViolationsInEitherScheme(page);
    await page.keyboard.press('Escape');
    await expect(control).toBeHidden();
  }
});
