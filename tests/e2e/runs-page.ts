import { expect, type Locator, type Page } from '@playwright/test';

/** Shows the kept runs. */
export async function openRuns(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.getByRole('heading', { name: 'Runs', exact: true })).toBeVisible();
}

/** The row of a run by the state that it shows. */
export function row(page: Page, text: string | RegExp): Locator {
  return page
    .getByRole('list', { name: 'Kept runs' })
    .getByRole('listitem')
    .filter({ hasText: text });
}
