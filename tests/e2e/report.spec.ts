import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { parseResult } from '../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../src/run/report/write-report.ts';
import { button, chooseImages, download, expectFinished, openLab, test } from './lab-page.ts';

/** Chooses a format of the report that is offered, and returns the text of the file. */
async function saveReport(page: Page, item: RegExp, name: string): Promise<string> {
  await button(page, 'Report').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe(name);
  return readFile(await file.path(), 'utf8');
}

test('a report of a run is one file that opens from the disk and asks for nothing', async ({
  quietPage: page,
  browser,
}, testInfo) => {
  await openLab(page);
  await chooseImages(page, 40);
  await button(page, 'Run').click();
  await expectFinished(page);
  const result = parseResult(JSON.parse(await download(page, 'result.json')));

  const written: Record<string, string> = {};
  for (const [format, item, file] of [
    ['markdown', /^Markdown/, 'report.md'],
    ['latex', /^LaTeX/, 'report.tex'],
    ['html', /^HTML/, 'report.html'],
  ] as const) {
    const text = await saveReport(page, item, file);
    expect(text).toBe(writeReport([result], { format }));
    written[format] = text;
  }

  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('checkbox', { name: 'Select count' }).check();
  expect(await saveReport(page, /^HTML/, 'report.html')).toBe(written['html']);

  const path = testInfo.outputPath('report.html');
  await writeFile(path, written['html'] ?? '');
  // A context of its own: the lab asks for its icon whenever its address changes.
  const disconnected = await browser.newContext({ offline: true });
  const report = await disconnected.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  report.on('console', (message) => errors.push(message.text()));
  const address = pathToFileURL(path).href;
  await report.goto(address);
  await expect(report.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(report.getByRole('figure').first()).toBeVisible();
  const table = report.getByRole('table', { name: /^Table 1\./ });
  await expect(table).toHaveCSS('border-collapse', 'collapse');
  for (const width of [1440, 390]) {
    await report.setViewportSize({ width, height: 844 });
    const beyond = await report.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(beyond, `at ${width} pixels`).toBe(0);
  }
  expect(asked).toEqual([address]);
  expect(errors).toEqual([]);
  await disconnected.close();
});
