import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { bytesOf, gallery, pictures } from './gallery-page.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolations,
  expectUnderWay,
  openLab,
  phase,
  test,
} from './lab-page.ts';
import { openRuns, row } from './runs-page.ts';

test('a run is kept as it ended, and opens with its pictures and files after a reload', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 40);
  await button(page, 'Run').click();
  await expectFinished(page);
  const measured = await download(page, 'images.csv');
  const result = await download(page, 'result.json');

  await openLab(page, '/?panel=runs');
  await expect(row(page, '5 models · 40 test images')).toHaveCount(1);
  await expectNoViolations(page);
  await button(page, 'Open count').click();
  await expect(phase(page, 'Finished')).toBeVisible();
  expect(await download(page, 'images.csv')).toBe(measured);
  expect(await download(page, 'result.json')).toBe(result);
  await gallery(page).getByRole('button', { name: 'Show the worst cell' }).click();
  await expect(pictures(page).first()).toBeVisible({ timeout: 60_000 });
});

test('a run gets another name and tags, is found by them, duplicated, deleted and brought back', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expectFinished(page);
  await openRuns(page);
  await button(page, 'Rename or tag count').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('baseline <b>one</b>');
  await page.getByRole('textbox', { name: 'Tags' }).fill('paper, first');
  await button(page, 'Save').click();
  await expect(button(page, 'Open baseline <b>one</b>')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find runs' }).fill('nowhere');
  await expect(page.getByText('No run says that.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find runs' }).fill('base resnet');
  await expect(page.getByText('No run says that.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find runs' }).fill('');
  await button(page, 'first').click();
  await expect(row(page, 'baseline')).toHaveCount(1);
  await expectNoViolations(page);

  await button(page, 'Delete baseline <b>one</b>').click();
  await expect(row(page, 'baseline')).toHaveCount(0);
  await button(page, 'Undo: bring baseline <b>one</b> back').click();
  await expect(row(page, 'baseline')).toHaveCount(1);

  await button(page, 'Duplicate baseline <b>one</b> with changes').click();
  await chooseImages(page, 30);
  await button(page, 'Run').click();
  await expectFinished(page);
  await openRuns(page);
  await expect(row(page, '30 test images')).toHaveCount(0);
  // What was filtered stays so until it is taken back.
  await button(page, 'first').click();
  await expect(row(page, '30 test images')).toHaveCount(1);
  await expect(row(page, '20 test images')).toHaveCount(1);
});

test('an answered question opens with its picture, its changes and its answer', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?panel=inspect&image=test.69&models=resnet&draw=7_3_24_replace_1');
  await expect(page.getByText(/^24.pixels changed$/)).toBeVisible();
  await page.getByRole('tab', { name: /^How far/ }).click();
  await page.getByRole('button', { name: /^Measure 1 model/ }).click();
  const answer = page.getByRole('tabpanel', { name: /^How far/ });
  await expect(page.getByRole('status').getByText('Answered', { exact: true })).toBeVisible();
  const table = await answer.getByRole('table').innerText();
  const picture = await bytesOf(page.locator('canvas').first());

  await openLab(page, '/?panel=runs');
  await button(page, 'Open Distance to the boundary, test image 69').click();
  await expect(page.getByText(/^24.pixels changed$/)).toBeVisible();
  await expect(answer.getByRole('table')).toHaveText(/\d/);
  expect(await answer.getByRole('table').innerText()).toBe(table);
  expect(await bytesOf(page.locator('canvas').first())).toEqual(picture);
  await expect(page).toHaveURL(/draw=7_3_24_replace_1/);
});

test('a run that goes on in one tab is neither resumed nor deleted in another', async ({
  page,
  context,
}) => {
  await openLab(page);
  await chooseImages(page, 300);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  const other = await context.newPage();
  await openLab(other, '/?panel=runs');
  await expect(row(other, /Running in another tab/)).toHaveCount(1);
  await expect(button(other, 'Resume count')).toHaveCount(0);
  await expect(button(other, 'Delete count')).toBeDisabled();

  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expect(row(other, /Cancelled at \d+ %/)).toHaveCount(1);
  await button(other, 'Delete count').click();
  await openRuns(page);
  await expect(page.getByText('Every sweep, attack and repair is kept here')).toBeVisible();
});

test('a paused run says in the list what the title of the page says', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 300);
  await button(page, 'Run').click();
  await expect(page).toHaveTitle(/^[1-9]\d*\s% /);
  await button(page, 'Pause').click();
  await expect(page).toHaveTitle(/^Paused at [1-9]\d*\s% /);
  await openRuns(page);
  // What was on its way to a worker is still counted.
  await expect(async () => {
    const [paused] = /^Paused at \d+/.exec(await page.title()) ?? ['no run'];
    await expect(row(page, `${paused} %`)).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: 'Measure' }).click();
  await button(page, 'Resume').click();
  await openRuns(page);
  await expect(row(page, /Running, [1-9]\d* %/)).toHaveCount(1);
});

test('what a row says moves none of its buttons, and leaving a comparison keeps the place', async ({
  quietPage: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page);
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expectFinished(page);
  await button(page, 'Run again').click();
  await expectFinished(page);
  await openRuns(page);
  const newest = row(page, 'count').first();
  const copy = newest.getByRole('button', { name: 'Copy link to count', exact: true });
  for (const size of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    await page.reload();
    await expect(copy).toBeVisible();
    const places = async () =>
      Promise.all((await newest.getByRole('button').all()).map((each) => each.boundingBox()));
    const before = await places();
    const lines = new Set(before.slice(1).map((box) => box && Math.round(box.y + box.height / 2)));
    expect(lines.size).toBe(1);
    await copy.click();
    await expect(newest.getByText('Copied: experiment, view and numbers')).toBeVisible();
    expect(await places()).toEqual(before);
  }

  const ticks = page.getByRole('list', { name: 'Kept runs' }).getByRole('checkbox');
  await ticks.first().check();
  await expect(page.getByText('Tick another run to compare')).toBeVisible();
  await ticks.nth(1).check();
  await expect(page.getByText('Tick another run to compare')).toBeHidden();
  const view = page.getByRole('region', { name: 'Compare', exact: true });
  for (const leave of ['Escape', 'Close']) {
    await button(page, 'Compare').click();
    await expect(view.getByRole('heading', { name: 'Compare', exact: true })).toBeFocused();
    if (leave === 'Close') await button(page, 'Close').click();
    else await page.keyboard.press(leave);
    await expect(view).toBeHidden();
    await expect(button(page, 'Compare')).toBeFocused();
  }
});

test('all runs go into one file and come back from it', async ({ quietPage: page }) => {
  await openLab(page);
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expectFinished(page);
  const measured = await download(page, 'images.csv');
  await openRuns(page);
  const saving = page.waitForEvent('download');
  await button(page, 'Export').click();
  const written = await saving;
  expect(written.suggestedFilename()).toMatch(/^pixelproof-runs-.*\.pxruns$/);
  const file = await readFile(await written.path());
  await button(page, 'Delete count').click();
  await expect(row(page, 'count')).toHaveCount(0);

  const bring = (name: string, buffer: Buffer) =>
    page
      .getByLabel('Archive to import')
      .setInputFiles({ name, mimeType: 'application/gzip', buffer });
  await bring('mine.pxruns', file);
  await expect(page.getByText('mine.pxruns: 1 run added.')).toBeVisible();
  await bring('other.pxruns', Buffer.from('<b>no archive</b>'));
  await expect(page.getByRole('alert').getByText('it is not an archive of runs')).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Open count').click();
  expect(await download(page, 'images.csv')).toBe(measured);
});

test('a run that the storage has no room for goes on, and is kept once there is', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await openLab(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await chooseImages(page, 20);
  await button(page, 'Run').click();
  await expect(
    page.getByRole('alert').getByText(/^count could not be kept: .* is full/),
  ).toBeVisible();
  await expectFinished(page);
  expect(await download(page, 'images.csv')).toContain('image,label,model');
  await expectNoViolations(page);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  // Chromium remembers for some seconds that there was no room.
  await expect(async () => {
    await button(page, 'Keep it now').click();
    await expect(button(page, 'Keep it now')).toBeHidden({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await openRuns(page);
  await expect(row(page, 'count')).toHaveCount(1);
  const untold = page.getByText(
    /^The quota that this browser reports, \d+.GB, is not the true one/,
  );
  await expect(untold).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Storage used' })).toHaveCount(0);
});

test('a browser that tells how much it allows is shown, and that little of it is left', async ({
  page,
}) => {
  await page.addInitScript(`{
    const { storage } = navigator;
    storage.estimate = () => Promise.resolve({ usage: 93_400_000, quota: 100_000_000 });
  }`);
  await openLab(page, '/?panel=runs');
  await expect(page.getByText('93 MB of 100 MB used')).toBeVisible();
  const used = page.getByRole('progressbar', { name: 'Storage used' });
  await expect(used).toHaveAttribute('aria-valuenow', '93.4');
  await expect(page.getByText(/^Nearly full\. Export what you want/)).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Images' }).click();
  const kept = page.getByText('This page keeps 93 MB of the 100 MB that the browser allows.');
  await expect(kept).toBeVisible();
});
