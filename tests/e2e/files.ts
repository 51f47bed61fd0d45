import { readFileSync } from 'node:fs';
import type { JSHandle, Locator, Page } from '@playwright/test';

/** A file made for the lab, from tests/fixtures/files. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url), 'utf8');
}

/** What a mouse carries that drags one file. */
export async function dragged(
  page: Page,
  name: string,
  content: string | Uint8Array,
): Promise<JSHandle> {
  const base64 = Buffer.from(content).toString('base64');
  return page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob('${base64}'), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
    return transfer;
  })()`);
}

/** Drops a file on the page, as a mouse does. */
export async function drop(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const dataTransfer = await dragged(page, name, content);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(type, { dataTransfer });
  }
}

/** The mark of a result from a file. */
export function openedFrom(page: Page, name: string): Locator {
  return page.getByRole('status').filter({ hasText: `This result was opened from ${name}.` });
}
