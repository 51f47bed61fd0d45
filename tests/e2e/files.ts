import { readFileSync } from 'node:fs';
import type { JSHandle, Locator, Page } from '@playwright/test';

/** A file made for the lab, from tests/fixtures/files. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url), 'utf8');
}

/** What a mouse carries that drags one file. */
export async function dragged(page: Page, name: string, text: string): Promise<JSHandle> {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)})`;
  return page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(${file});
    return transfer;
  })()`);
}

/** Drops a file on the page, as a mouse does. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await dragged(page, name, text);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(type, { dataTransfer });
  }
}

/** The mark of a result from a file. */
export function openedFrom(page: Page, name: string): Locator {
  return page.getByRole('status').filter({ hasText: `This result was opened from ${name}.` });
}
