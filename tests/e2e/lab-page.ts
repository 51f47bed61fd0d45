import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** A page on which any error in the console fails the test. */
export const test = base.extend<{ quietPage: Page }>({
  quietPage: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await use(page);
    expect(errors, 'errors in the console').toEqual([]);
  },
});

/** Opens the page and waits until it knows what computes. */
export async function openLab(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('button', { name: /· \d+ lanes?$/ })).toBeVisible();
}

/** Opens one panel after the other, and the first again. */
export async function openEveryPanel(page: Page): Promise<void> {
  const links = page.getByRole('navigation', { name: 'Panels' }).getByRole('link');
  for (const link of await links.all()) {
    await link.click();
    await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
  }
  await links.first().click();
}

/** Opens the control behind some words of a sentence. */
export async function openPart(
  page: Page,
  words: string | RegExp,
  sentence = 'Experiment',
): Promise<Locator> {
  const control = page.getByRole('dialog');
  await expect(control).toBeHidden();
  await page
    .getByRole('region', { name: sentence, exact: true })
    .getByRole('button', { name: words, exact: true })
    .click();
  await expect(control.locator(':focus')).toHaveCount(1);
  return control;
}

export async function chooseImages(page: Page, images: number): Promise<void> {
  const control = await openPart(page, /(test|validation) images?$/);
  await control.getByLabel('Number of test images').fill(String(images));
  await page.keyboard.press('Escape');
  await expect(control).toBeHidden();
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** What the run says of itself: "Running", "Paused", … */
export function phase(page: Page, text: string): Locator {
  return page.getByRole('status').getByText(text, { exact: true });
}

export function progress(page: Page): Locator {
  return page.getByRole('progressbar', { name: /^(Classifications|Images) done$/ });
}

export async function expectFinished(page: Page): Promise<void> {
  await expect(phase(page, 'Finished')).toBeVisible({ timeout: 360_000 });
}

/** Waits until something has been classified, but not all. */
export async function expectUnderWay(page: Page): Promise<void> {
  await expect
    .poll(async () => Number(await progress(page).getAttribute('aria-valuenow')), {
      intervals: [50],
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
}

/** Saves a file of the ended run and returns its text. */
export async function download(page: Page, name: string): Promise<string> {
  const saved = page.waitForEvent('download', { timeout: 120_000 });
  await button(page, name).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe(name);
  return readFile(await file.path(), 'utf8');
}

/** Expects axe to find nothing on the page as it is. */
export async function expectNoViolations(page: Page): Promise<void> {
  // The lab has no frames of other origins, so that axe needs no page of its own for the summary.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`,
  );
  expect(found).toEqual([]);
}

/** Expects the same with light and with dark colours; the page ends with light ones. */
export async function expectNoViolationsInEitherScheme(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    // Colours on their way to others are no violation.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectNoViolations(page);
  }
  await page.emulateMedia({ reducedMotion: null });
}

/** Runs the experiment with a pause in the middle, then without: not one classification differs. */
export async function expectSameAfterPause(page: Page): Promise<void> {
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await button(page, 'Pause').click();
  await expect(phase(page, 'Paused')).toBeVisible();
  await button(page, 'Resume').click();
  await expectFinished(page);
  const paused = await download(page, 'images.csv');

  await button(page, 'Run again').click();
  await expectFinished(page);
  expect(await download(page, 'images.csv')).toBe(paused);
}
