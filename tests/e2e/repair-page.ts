import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { button, openLab, openPart, phase } from './lab-page.ts';

export async function openRepair(page: Page): Promise<void> {
  await openLab(page, '/?panel=repair');
  await expect(button(page, 'Repair')).toBeVisible();
}

/** Types into a field behind some words of the repair's sentence. */
async function enter(page: Page, words: RegExp, field: string, value: number): Promise<void> {
  const control = await openPart(page, words, 'Repair');
  await control.getByLabel(field, { exact: true }).fill(String(value));
  await page.keyboard.press('Escape');
  await expect(control).toBeHidden();
}

/** A repair of seconds: 120 training images, one model, no attacks. */
export async function makeSmall(page: Page, epochs: number): Promise<void> {
  await button(page, 'First look').click();
  await enter(page, /training images$/, 'Number of training images', 120);
  await enter(page, /^16$/, 'Numbers, with commas between them', 4);
  await enter(page, /epochs$/, 'Epochs', epochs);
  await enter(page, /test images$/, 'Number of test images', 40);
  await button(page, 'More settings').click();
  const more = page.getByRole('group', { name: 'More settings' });
  await more.getByLabel('Validation images').fill('48');
  await more.getByLabel('Changed pixels of the test images').fill('4, 16');
  await more.getByLabel('Images with distances').fill('12');
  await button(page, 'More settings').click();
  await expect(more).toBeHidden();
}

export async function expectRepaired(page: Page): Promise<void> {
  await expect(phase(page, 'Finished')).toBeVisible({ timeout: 240_000 });
}

/** Waits until an epoch has been judged. */
export async function expectJudgedEpoch(page: Page): Promise<void> {
  await expect(page.getByText(/ · best epoch \d+$/)).toBeVisible({ timeout: 120_000 });
}

export function keptModels(page: Page): Locator {
  return page.getByRole('region', { name: 'Repaired models' }).getByRole('listitem');
}

/** Saves a file by a button, and returns its bytes. */
export async function saved(page: Page, press: string, name: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await button(page, press).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(name);
  return new Uint8Array(await readFile(await file.path()));
}

/** The files of a zip by their path, and one of them as text. */
export function unpacked(zip: Uint8Array) {
  const files = unzipSync(zip);
  return {
    paths: Object.keys(files).sort(),
    bytes: (path: string): Uint8Array => files[path] ?? new Uint8Array(),
    text: (path: string): string => new TextDecoder().decode(files[path]),
  };
}
