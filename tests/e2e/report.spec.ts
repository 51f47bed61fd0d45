import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { parseResult } from '../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../src/run/report/write-report.ts';
import { button, chooseImages, download, expectFinished, openLab, test } from './lab-page.ts';

test('a report of a run is one file that opens from the disk and asks for nothing', async ({
  quietPage: page,
  context,
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
    await button(page, 'Report').click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const given = await saved;
    expect(given.suggestedFilename()).toBe(file);
    const text = await readFile(await given.path(), 'utf8');
    expect(text).toBe(writeReport([result], { format }));
    written[format] = text;
  }

  const path = testInfo.outputPath('report.html');
  await writeFile(path, written['html'] ?? '');
  const report = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  report.on('console', (message) => errors.push(message.text()));
  await context.setOffline(true);
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
});
