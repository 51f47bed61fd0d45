import { expect, type Locator, type Page } from '@playwright/test';
import { resultSchema, type SweepResult } from '../../src/protocol/result.ts';
import { drop, fixture, openedFrom } from './files.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolations,
  expectNoViolationsInEitherScheme,
  openLab,
  test,
} from './lab-page.ts';

async function run(page: Page, preset: string): Promise<void> {
  await openLab(page);
  await button(page, preset).click();
  await chooseImages(page, 12);
  await button(page, 'Run').click();
  await expectFinished(page);
}

/** Shows the measured counts of a file. */
async function showCounts(page: Page): Promise<void> {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  await expect(openedFrom(page, 'result.json')).toBeVisible();
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

async function resultOf(page: Page): Promise<SweepResult> {
  return resultSchema.parse(JSON.parse(await download(page, 'result.json')));
}

function cursor(page: Page): Locator {
  return page.getByRole('slider', { name: /one count at a time$/ });
}

/** The chart, whatever it measures. */
function chart(page: Page): Locator {
  return page.getByRole('region', { name: /against changed pixels$/ });
}

function row(page: Page, model: string): Locator {
  return chart(page).getByRole('button', { name: new RegExp(`^${model}: `) });
}

/** The labels of every panel's axes. */
async function axisLabels(page: Page): Promise<string[]> {
  const panels = await chart(page).locator('svg[data-plot]').all();
  return Promise.all(
    panels.map(async (panel) => (await panel.locator('text').allTextContents()).join(' ')),
  );
}

function share(fraction: number): string {
  return `${(100 * fraction).toFixed(1)}\u00a0%`;
}

test('the curve switches between accuracy, wrong images and Pi', async ({ quietPage: page }) => {
  await showCounts(page);
  const { cells } = await resultOf(page);
  await cursor(page).focus();
  await page.keyboard.press('End');
  const cell = cells.find(({ model, count }) => model === 'squeezenet' && count === 64);
  const { wrong = 0, eligible = 1, accuracy, pi } = cell ?? {};

  await expect(row(page, 'SqueezeNet')).toContainText(share(accuracy ?? -1));
  await expect(row(page, 'SqueezeNet')).toHaveAccessibleName(
    new RegExp(`, ${wrong} of ${eligible} eligible images wrong, seed 11$`),
  );
  await choose(page, 'Measure shown in the chart', 'Wrong images');
  await expect(row(page, 'SqueezeNet')).toContainText(share(wrong / eligible));
  await choose(page, 'Measure shown in the chart', 'Pi');
  await expect(cursor(page)).toHaveAccessibleName(/^Pixel-index/);
  const shown = /^SqueezeNet: ([\d.]+)/.exec(
    (await row(page, 'SqueezeNet').getAttribute('aria-label')) ?? '',
  );
  expect(Number(shown?.[1])).toBeCloseTo(pi ?? -1, 1);
});

test('a point is pinned with the keyboard, a click and the table, and given up with Escape', async ({
  quietPage: page,
}) => {
  await showCounts(page);
  const pinned = chart(page).locator('[data-mark="pinned"]');
  await expect(pinned).toHaveCount(0);

  await cursor(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(cursor(page)).toHaveAttribute('aria-valuetext', /^2.pixels: ResNet [^;]*$/);
  await page.keyboard.press('Enter');
  await expect(pinned).toHaveCount(1);
  await expect(row(page, 'ResNet')).toHaveAttribute('aria-pressed', 'true');
  const entry = page
    .getByRole('table', { name: 'Every figure' })
    .locator('td [aria-pressed="true"]');
  await expect(entry).toHaveAccessibleName(/^ResNet: /);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(pinned).toHaveCount(0);
  await expect(entry).toHaveCount(0);

  const point = chart(page).locator('[data-series="vgg"] [data-mark="line"] ~ path').first();
  const box = await point.boundingBox();
  if (box === null) throw new Error('the point of VGG is not drawn');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(pinned).toHaveCount(1);
  await expect(row(page, 'VGG')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^With 1.pixel changed$/)).toBeVisible();

  const other = page
    .getByRole('table', { name: 'Every figure' })
    .getByRole('row')
    .nth(7)
    .getByRole('button', { name: /^AlexNet: / });
  await other.click();
  await expect(other).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, 'AlexNet')).toHaveAttribute('aria-pressed', 'true');
});

test('figures say what they rest on, on hover and focus', async ({ quietPage: page }) => {
  await showCounts(page);
  const note = page.getByText(/^\d+ of \d+ eligible images wrong, seed 11$/);
  await expect(note).toHaveCount(0);
  await row(page, 'VGG').hover();
  await expect(note).toHaveCount(1);
  await cursor(page).focus();
  await expect(note).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(note).toHaveCount(1);
});

for (const { preset, first, last } of [
  { preset: 'Magnitude', first: '±10', last: '±127' },
  { preset: 'Area', first: '25\u00a0% side', last: 'whole' },
]) {
  test(`${preset} draws a panel a model on the same axes, fixed before the run`, async ({
    quietPage: page,
  }) => {
    await openLab(page);
    await button(page, preset).click();
    await chooseImages(page, 12);
    await expect(chart(page).locator('svg[data-plot]')).toHaveCount(5);
    const before = await axisLabels(page);
    expect(new Set(before).size).toBe(1);
    await button(page, 'Run').click();
    await expectFinished(page);
    expect(await axisLabels(page)).toEqual(before);

    const { cells } = await resultOf(page);
    const panel = chart(page).getByRole('region', { name: 'SqueezeNet' });
    await expect(panel.locator('[data-mark="line"]')).toHaveCount(5);
    await cursor(page).focus();
    await page.keyboard.press('End');
    const own = cells.filter(({ model, count }) => model === 'squeezenet' && count === 64);
    expect(own).toHaveLength(5);
    const rows = panel.getByRole('button');
    await expect(rows.first()).toHaveAccessibleName(new RegExp(`^SqueezeNet, ${first}: `));
    await expect(rows.last()).toHaveAccessibleName(new RegExp(`^SqueezeNet, ${last}: `));
    const names = await Promise.all(
      (await rows.all()).map(async (each) => (await each.getAttribute('aria-label')) ?? ''),
    );
    expect(names.map((name) => /: ([\d.]+\u00a0%) /.exec(name)?.[1] ?? name).sort()).toEqual(
      own.map(({ accuracy }) => share(accuracy ?? -1)).sort(),
    );

    await rows.last().click();
    await expect(panel.locator('[data-mark="pinned"]')).toHaveCount(1);
    await expect(chart(page).locator('[data-mark="pinned"]')).toHaveCount(1);
    // Of every setting: a heading and a row a count.
    await expect(page.getByRole('table', { name: 'Every figure' }).getByRole('row')).toHaveCount(
      1 + 5 * (1 + 7),
    );
  });
}

test('one count is drawn as dots with intervals', async ({ quietPage: page }) => {
  await run(page, 'Pi comparison');
  await expect(chart(page).locator('[data-mark="line"]')).toHaveCount(0);
  await expect(chart(page).locator('[data-mark="bars"]')).toHaveCount(5);
  await chart(page).locator('[data-series="densenet"] rect').click();
  await expect(row(page, 'DenseNet')).toHaveAttribute('aria-pressed', 'true');
});

test('axe finds nothing in facets, a pinned point, Pi and the open menu', async ({
  quietPage: page,
}) => {
  await run(page, 'Area');
  await cursor(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectNoViolationsInEitherScheme(page);
  await choose(page, 'Measure shown in the chart', 'Pi');
  await button(page, 'Save figure').click();
  await expect(page.getByRole('menuitem', { name: 'SVG drawing' })).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
});
