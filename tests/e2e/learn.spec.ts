import { expect, type Page } from '@playwright/test';
import { expectedOf } from '../../src/state/learn/expected.ts';
import {
  button,
  expectNoViolations,
  expectNoViolationsInEitherScheme,
  openLab,
  phase,
  test,
} from './lab-page.ts';

const first = '/?panel=learn&lesson=few-pixels&seed=7';
const slider = (page: Page) => page.getByRole('slider', { name: 'Your prediction' });

/** Runs the experiment of the lesson that is open. */
async function runToEnd(page: Page): Promise<void> {
  await button(page, 'Run the experiment').click();
  await expect(phase(page, 'Finished')).toBeVisible({ timeout: 360_000 });
}

test('a lesson asks first, then runs, and sets the result beside the prediction', async ({
  quietPage: page,
}) => {
  await openLab(page, first);
  await expect(page.getByRole('heading', { name: 'A few random pixels' })).toBeVisible();
  const run = button(page, 'Run the experiment');
  await expect(run).toHaveAttribute('aria-disabled', 'true');
  await expect(run).toHaveAccessibleDescription(/^Answer the question first/);
  await run.click({ force: true });
  await expect(phase(page, 'Running')).toBeHidden();

  // With the keyboard alone.
  await slider(page).focus();
  await page.keyboard.press('Enter');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '50 of 100 signs');
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '49 of 100 signs');
  await expect(page.getByText(/^You: 49.%$/)).toBeVisible();
  await expectNoViolations(page);

  await run.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^\d+\s% · Learn · Pixelproof$/);
  await expect(phase(page, 'Finished')).toBeVisible({ timeout: 360_000 });
  const share = expectedOf('few-pixels').figures.find(({ id }) => id === 'squeezenet-64');
  await expect(
    page.getByText(
      new RegExp(
        `^With 64 random pixels SqueezeNet misreads \\d+ of \\d+ signs, ${share?.value}.%`,
      ),
    ),
  ).toBeVisible();
  await expect(page.getByText(/^You said 49.%: about \d+ points higher/)).toBeVisible();
  await expect(slider(page)).toBeDisabled();
  const pictures = page.getByRole('region', { name: 'Pictures behind the result' });
  await expect(pictures.getByRole('button', { name: /Open it$/ }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '5 Why' })).toBeVisible();
  await expectNoViolations(page);

  const nav = page.getByRole('navigation', { name: 'Lessons' });
  await expect(nav.getByRole('link', { name: /^Lesson 1: .*finished$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Next: How strong, and where' }).click();
  await expect(page).toHaveURL(/lesson=magnitude&seed=7$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'A few random pixels' })).toBeVisible();
});

test('answers and finished lessons outlast a reload, until they are forgotten', async ({
  page,
}) => {
  await openLab(page, '/?panel=learn&lesson=index&seed=11');
  await page.getByRole('radio', { name: 'Less than half' }).check();
  await runToEnd(page);
  await page.reload();
  await expect(page.getByText('You have finished this lesson.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Less than half' })).toBeChecked();
  await expect(page.getByRole('link', { name: /^Lesson 5: .*finished$/ })).toBeVisible();

  await page.getByRole('link', { name: 'For teachers' }).click();
  await button(page, 'Forget answers and progress').click();
  await expect(button(page, 'Nothing is kept')).toBeDisabled();
  await expect(page.getByRole('link', { name: /finished$/ })).toHaveCount(0);
});

test('a link brings the seed with it, and copies with another one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page, '/?panel=learn&lesson=magnitude&seed=42');
  await page.getByText('Seed 42, and a link for your class').click();
  const seed = page.getByLabel('Seed', { exact: true });
  await expect(seed).toHaveValue('42');
  await seed.fill('43');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lesson=magnitude&seed=43$/);
  await button(page, 'Copy link').click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const link = await page.evaluate('navigator.clipboard.readText()');
  expect(link).toMatch(/\?panel=learn&lesson=magnitude&seed=43$/);

  await page.getByRole('link', { name: 'Measure' }).click();
  await expect(page).not.toHaveURL(/lesson|seed/);
});

test('an experiment can be cancelled, and leaves no half a result', async ({ page }) => {
  await openLab(page, '/?panel=learn&lesson=worst-case&seed=7');
  await slider(page).fill('20');
  await button(page, 'Run the experiment').click();
  await expect(phase(page, 'Running')).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(phase(page, 'Cancelled')).toBeVisible();
  await expect(page.getByRole('heading', { name: '5 Why' })).toBeHidden();
  await expect(button(page, 'Run the experiment')).toBeEnabled();
});

test('axe finds nothing on the page for teachers, nor on a lesson with a choice', async ({
  page,
}) => {
  await openLab(page, '/?panel=learn&lesson=teacher&seed=7');
  await expect(page.getByRole('table', { name: /^Expected results/ })).toHaveCount(6);
  await expectNoViolationsInEitherScheme(page);
  await page.getByRole('link', { name: 'Repair moves the boundary' }).click();
  await page.getByRole('radio', { name: 'Clearly fewer' }).check();
  await expectNoViolationsInEitherScheme(page);
});
