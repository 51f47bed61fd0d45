import { expect } from '@playwright/test';
import { expectNoViolationsInEitherScheme, openLab, test } from './lab-page.ts';

// Either scheme is the one that a page opens with, and the one that it changes to.
for (const { device, width, height, colorScheme } of [
  { device: 'desk', width: 1440, height: 900, colorScheme: 'light' },
  { device: 'phone', width: 390, height: 844, colorScheme: 'dark' },
] as const) {
  test.describe(`opened in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test(`axe finds nothing on any panel of the rail, on a ${device}`, async ({
      quietPage: page,
    }) => {
      await openLab(page);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const rail = page.getByRole('navigation', { name: 'Panels' });
      const names = await rail.getByRole('link').allTextContents();
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        await rail.getByRole('link', { name, exact: true }).click();
        const panel = page.getByRole('main', { name, exact: true });
        await expect(panel).toBeVisible();
        await expect(panel.getByText(`Opening ${name}`, { exact: true })).toHaveCount(0);
        await expectNoViolationsInEitherScheme(page);
      }
    });
  });
}
