import { expect, type Page } from '@playwright/test';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolations,
  openLab,
  openPart,
  test,
} from './lab-page.ts';
import { expectRepaired, makeSmall } from './repair-page.ts';

async function openRuns(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(page.getByRole('heading', { name: 'Runs', exact: true })).toBeVisible();
}

/** Compares the runs at some places of the list, the newest being 0. */
async function compareRuns(page: Page, places: readonly number[]) {
  const ticks = page.getByRole('list', { name: 'Kept runs' }).getByRole('checkbox');
  for (const at of places) await ticks.nth(at).check();
  await button(page, 'Compare').click();
  const view = page.getByRole('region', { name: 'Compare', exact: true });
  await expect(view.getByRole('heading', { name: 'Compare', exact: true })).toBeFocused();
  return view;
}

test('runs are compared image by image, or not at all where their pixels differ', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await chooseImages(page, 60);
  await button(page, 'Run').click();
  await expectFinished(page);
  await button(page, 'Run again').click();
  await expectFinished(page);

  await openRuns(page);
  const view = await compareRuns(page, [0, 1]);
  // The same model twice.
  await expect(
    view.getByText(/are the same model: all [\d,]+ classifications that both runs have agree/),
  ).toBeVisible();
  await expect(
    view.getByText(/^No images go wrong with ResNet .* nor with ResNet .* at 64 changed pixels/),
  ).toBeVisible();

  const second = view.getByRole('group', { name: /^count \(2\)/ });
  await second.getByRole('checkbox', { name: 'SqueezeNet' }).check();
  await second.getByRole('checkbox', { name: 'ResNet' }).uncheck();
  const found = view.getByText(
    /^(With SqueezeNet in count \(2\), [\d.]+ points (more|fewer) images go wrong than with ResNet in count at 64 changed pixels \([\d.]+–[\d.]+\)|The data do not decide between SqueezeNet in count \(2\) and ResNet in count at 64 changed pixels)/,
  );
  await expect(found).toBeVisible();
  await expect(page).toHaveURL(/&compare=[\w-]{36},[\w-]{36}&columns=[\d.]+,[\d.]+&baseline=1\.0$/);
  await page.reload();
  await expect(found).toBeVisible();
  await expect(view.getByRole('region', { name: /^Wrong images, compared with/ })).toBeVisible();
  await expectNoViolations(page);

  const lines = (await download(page, 'compare.csv')).trim().split('\n');
  expect(lines).toHaveLength(1 + 7);
  const table = view.getByRole('region', { name: /^Paired differences, as a table/ });
  await expect(table.getByRole('row')).toHaveCount(1 + 1 + 7);
  const json: unknown = JSON.parse(await download(page, 'compare.json'));
  expect(json).toMatchObject({ baseline: 'ResNet in count', others: [{ reasons: [] }] });
  await button(page, 'Close').click();
  await expect(view).toBeHidden();
  await expect(button(page, 'Compare')).toBeFocused();

  await page.getByRole('link', { name: 'Measure' }).click();
  const control = await openPart(page, '7');
  await control.getByLabel('Seed of the random draws').fill('8');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Run( again)?$/ }).click();
  await expectFinished(page);
  await openRuns(page);
  await button(page, 'Clear').click();
  const other = await compareRuns(page, [0, 1]);
  await expect(other.getByText(/cannot be compared with .* image by image/)).toBeVisible();
  await expect(other.getByText(/^The seeds differ: /)).toBeVisible();
  await expect(other.getByRole('img')).toHaveCount(0);
  await expect(other.getByRole('table')).toHaveCount(0);
  await expectNoViolations(page);
});

test('one model on two backends agrees with itself, and a repair stands beside its original', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?counts=16&models=squeezenet&images=12&seed=5');
  await button(page, 'Run').click();
  await expectFinished(page);
  await page.getByRole('button', { name: /· \d+ lanes?$/ }).click();
  await page.getByRole('radio', { name: /^CPU/ }).check();
  await page.keyboard.press('Escape');
  await button(page, 'Run again').click();
  await expectFinished(page);
  await page.getByRole('link', { name: 'Repair' }).click();
  await makeSmall(page, 1);
  await button(page, 'Repair').click();
  await expectRepaired(page);

  await openRuns(page);
  const view = await compareRuns(page, [0, 1, 2]);
  const [wasm, cpu] = ['WASM', 'CPU'].map((name) => view.getByRole('group', { name }));
  await expect(wasm ?? view).toBeVisible();
  await expect(cpu ?? view).toBeVisible();
  await expect(
    view.getByText(/are the same model: all \d+ classifications that both runs have agree/),
  ).toBeVisible();
  const repair = view.getByRole('heading', { name: /^Before and after repair: / });
  await expect(repair).toBeVisible();
  const after = view.getByText(
    /^(With|The data do not decide between) ResNet repaired at 4[ ,].* ResNet at 16 changed pixels/,
  );
  await expect(after).toBeVisible();
  // Two figures with their paired intervals, one of the backends and one of the repair.
  await expect(view.getByRole('region', { name: /^Wrong images, compared with/ })).toHaveCount(2);
  const tables = view.getByRole('region', { name: /^Paired differences, as a table/ });
  await expect(
    tables
      .nth(1)
      .getByText(/[−+]?\d\.\d to [−+]?\d+\.\d/)
      .first(),
  ).toBeVisible();
  await expectNoViolations(page);
});
