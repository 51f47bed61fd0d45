import { expect } from '@playwright/test';
import { expectNoViolations, openLab, test } from './lab-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    for (const [device, width, height] of [
      ['desk', 1440, 900],
      ['phone', 390, 844],
    ] as const) {
      test(`axe finds nothing on any panel of the rail, on a ${device}`, async ({
        quietPage: page,
      }) => {
        await page.setViewportSize({ width, height });
        await openLab(page);
        const rail = page.getByRole('navigation', { name: 'Panels' });
        const names = await rail.getByRole('link').allTextContents();
        expect(names.length).toBeGreaterThan(1);
        for (const name of names) {
          await rail.getByRole('link', { name, exact: true }).click();
          const panel = page.getByRole('main', { name, exact: true });
          await expect(panel).toBeVisible();
          await expect(panel.getByText(`Opening ${name}`, { exact: true })).toHaveCount(0);
          await expectNoViolations(page);
        }
      });
    }
  });
}
