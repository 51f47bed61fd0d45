import { expect, type Page } from '@playwright/test';

/** Waits until the browser has stored the lab and serves the page from there. */
export async function untilStored(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate('navigator.serviceWorker.controller?.state'), { timeout: 60_000 })
    .toBe('activated');
}
