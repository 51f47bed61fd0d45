import { expect } from '@playwright/test';
import { drop, fixture } from './files.ts';
import {
  button,
  chooseImages,
  expectFinished,
  expectNoViolationsInEitherScheme,
  expectUnderWay,
  openLab,
  openPart,
  phase,
  test,
} from './lab-page.ts';

test('the title of the tab shows how far a run is, and is itself again afterwards', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await expect(page).toHaveTitle('Pixelproof');
  await chooseImages(page, 100);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await expect(page).toHaveTitle(/^\d+\s% · Pixelproof$/);
  await button(page, 'Pause').click();
  await expect(page).toHaveTitle(/^Paused at \d+\s% · Pixelproof$/);
  await button(page, 'Cancel').click();
  await expect(page).toHaveTitle('Pixelproof');
});

test('the skip link leads past the bars and leaves the address alone', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const address = page.url();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the panel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(page.url()).toBe(address);
});

test('an address that names no panel of the lab shows the home panel', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?panel=nonsense');
  await expect(page.getByRole('main', { name: 'Measure' })).toBeVisible();
  await expect(page).toHaveTitle('Pixelproof');
});

test('the rail, a key and the browser lead from panel to panel, and the address says where', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const at = (panel: string) => page.getByRole('main', { name: panel });
  await page.getByRole('link', { name: 'Repair' }).click();
  await expect(at('Repair')).toBeFocused();
  await expect(page).toHaveTitle('Repair · Pixelproof');
  await expect(page).toHaveURL(/\?panel=repair$/);
  await expect(page.getByRole('link', { name: 'Repair' })).toHaveAttribute('aria-current', 'page');

  await page.keyboard.press('1');
  await expect(at('Measure')).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(at('Repair')).toBeVisible();
  await page.goForward();
  await expect(at('Measure')).toBeVisible();

  await page.goto('/?panel=repair');
  await expect(at('Repair')).toBeVisible();
});

test('what was measured is still there after a visit to another panel', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  await page.getByRole('link', { name: 'Repair' }).click();
  await page.getByRole('link', { name: 'Measure' }).click();
  await expect(page.getByRole('table', { name: 'Every figure' })).toContainText('97.9');
});

test('help opens with a key, keeps the focus inside and gives it back', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await button(page, 'Run').focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  await expect(button(page, 'Close help')).toBeFocused();
  await expect(help.getByRole('link', { name: /^doi 10\.4236/ })).toHaveAttribute(
    'href',
    'https://doi.org/10.4236/jsea.2021.144008',
  );
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    await expect(help.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(button(page, 'Run')).toBeFocused();
});

test('help closes back to its own button', async ({ quietPage: page }) => {
  await openLab(page);
  await button(page, 'Help').click();
  await button(page, 'Close help').click();
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeHidden();
  await expect(button(page, 'Help')).toBeFocused();
});

test('one key runs, pauses and goes on', async ({ quietPage: page }) => {
  await openLab(page);
  await chooseImages(page, 100);
  await button(page, 'Run').focus();
  await page.keyboard.press('r');
  await expectUnderWay(page);
  await page.keyboard.press('r');
  await expect(phase(page, 'Paused')).toBeVisible();
  await page.keyboard.press('r');
  await expectFinished(page);
});

test('keys do nothing while something is typed, in a dialog or once they are turned off', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const help = page.getByRole('dialog', { name: 'Help' });
  const run = button(page, 'Run');

  const control = await openPart(page, '7');
  await control.getByLabel('Seed of the random draws').pressSequentially('r?');
  await page.keyboard.press('Escape');
  await expect(control).toBeHidden();
  await expect(help).toBeHidden();
  await expect(run).toBeVisible();

  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('checkbox', { name: /^Listen to single letters/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(run).toBeVisible();

  await page.reload();
  await run.focus();
  await page.keyboard.press('?');
  await page.keyboard.press('r');
  await expect(help).toBeHidden();
  await expect(run).toBeVisible();
});

test('a term is explained on focus and on hover, in the words of the help', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  const term = page.getByRole('button', { name: 'eligible', exact: true }).first();
  const tip = page.getByRole('tooltip');
  await term.hover();
  await expect(tip).toContainText('Eligible images.');
  const text = (await tip.textContent()) ?? '';
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();

  await term.focus();
  await page.keyboard.press('Shift');
  await expect(tip).toHaveText(text);
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();

  await page.keyboard.press('?');
  const definition = text.replace(/^[^.]+\. /, '');
  await expect(page.getByRole('dialog').getByText(definition)).toBeVisible();
});

test('axe finds nothing in the help and in a definition', async ({ quietPage: page }) => {
  await openLab(page);
  await button(page, 'Help').click();
  await expect(button(page, 'Close help')).toBeFocused();
  await expectNoViolationsInEitherScheme(page);
  await page.keyboard.press('Escape');
  await drop(page, 'result.json', fixture('result.json'));
  await page.getByRole('button', { name: 'eligible', exact: true }).first().hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
});

test('on a phone, the chart stays where it is from the start of a run to its answer', async ({
  quietPage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page);
  await chooseImages(page, 48);
  const plot = page.locator('svg[data-plot]').first();
  await expect(plot).toBeVisible();
  await button(page, 'Run').click();
  await expectUnderWay(page);
  const before = await plot.boundingBox();
  await expectFinished(page);
  expect(await plot.boundingBox()).toEqual(before);
});
