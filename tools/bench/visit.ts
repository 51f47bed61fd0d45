import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../../tests/support/chromium.ts';
import { traceMainThread, type MainThreadTask } from '../../tests/support/main-thread.ts';

/** What a person meets on a first visit that presses Run. */
export interface Visit {
  /** Seconds from the start of the navigation until Run can be pressed and the lanes are known. */
  readonly interactive: number;
  /** Seconds from the click on Run until the curve has a point. */
  readonly firstPoint: number;
  readonly lanes: string;
  /** Of the main thread, from the navigation on. */
  readonly tasks: readonly MainThreadTask[];
}

/** Runs in the page before its own scripts and notes when something is first seen. */
const watch = `
  const seen = {};
  const buttons = () => [...document.querySelectorAll('button')];
  const lanes = () => buttons().map((each) => each.textContent).find((text) => /· \\d+ lanes?$/.test(text));
  const run = () => buttons().find((each) => each.textContent === 'Run' && !each.disabled);
  const conditions = {
    interactive: () => run() && lanes(),
    firstPoint: () => document.querySelector('[data-mark="line"][d^="M"]'),
    files: () => buttons().some((each) => each.textContent === 'images.csv'),
  };
  const waiting = [];
  const look = () => {
    for (const [name, isMet] of Object.entries(conditions)) {
      if (!(name in seen) && isMet()) seen[name] = performance.now() / 1000;
    }
    for (const { name, resolve } of waiting) if (name in seen) resolve();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.visit = {
    seen,
    lanes,
    until: (name) => new Promise((resolve) => waiting.push({ name, resolve })),
    press: () => {
      seen.click = performance.now() / 1000;
      run().click();
    },
    save: (name) => buttons().find((each) => each.textContent === name).click(),
  };
`;

async function saveFiles(page: Page): Promise<void> {
  await page.evaluate("visit.until('files')");
  for (const name of ['result.json', 'cells.csv', 'images.csv']) {
    const saved = page.waitForEvent('download');
    await page.evaluate(`visit.save('${name}')`);
    await (await saved).path();
  }
}

/**
 * Opens the page in a browser that has never seen it and presses Run.
 * @param cores what the page is told; null tells it what there is
 * @param whole whether to wait for the end of the run and save its files
 */
export async function visitPage(
  address: string,
  { cores, whole }: { readonly cores: number | null; readonly whole: boolean },
): Promise<Visit> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    args: chromiumArgs,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    if (cores !== null) {
      await page.addInitScript(
        `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${cores} });`,
      );
    }
    await page.addInitScript(watch);
    const endTrace = await traceMainThread(page);
    await page.goto(address);
    await page.evaluate("visit.until('interactive')");
    const lanes = await page.evaluate<string>('visit.lanes()');
    await page.evaluate('visit.press()');
    await page.evaluate("visit.until('firstPoint')");
    if (whole) await saveFiles(page);
    const seen =
      await page.evaluate<Record<'interactive' | 'click' | 'firstPoint', number>>('visit.seen');
    return {
      interactive: seen.interactive,
      firstPoint: seen.firstPoint - seen.click,
      lanes,
      tasks: await endTrace(),
    };
  } finally {
    await browser.close();
  }
}
