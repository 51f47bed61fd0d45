import { expect, type Locator, type Page } from '@playwright/test';
import { resultSchema } from '../../src/protocol/result.ts';
import { dragged, drop, fixture, openedFrom } from './files.ts';
import {
  button,
  chooseImages,
  download,
  expectFinished,
  expectNoViolationsInEitherScheme,
  expectUnderWay,
  openLab,
  test,
} from './lab-page.ts';

/** The seed that the sentence shows. */
function seed(page: Page, value: number): Locator {
  return page
    .getByRole('region', { name: 'Experiment' })
    .getByRole('button', { name: String(value), exact: true });
}

test('a dropped experiment fills the sentence, and can be taken back', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'monday.json', fixture('spec.json'));
  await expect(seed(page, 11)).toBeVisible();
  await expect(page.getByRole('status').getByText('“a quick count”')).toBeVisible();
  await expect(button(page, 'Run')).toBeEnabled();

  await button(page, 'Undo').click();
  await expect(seed(page, 7)).toBeVisible();
  await expect(page.getByText('monday.json')).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
});

test('a dropped result is shown without a run, marked as what it is, until it is closed', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const result = resultSchema.parse(JSON.parse(fixture('result.json')));
  await drop(page, 'tuesday.json', fixture('result.json'));

  await expect(openedFrom(page, 'tuesday.json')).toContainText(
    /Measured on \d+ \w+ \d{4} .*WASM with 2 lanes; complete/,
  );
  await expect(page).toHaveTitle('tuesday.json · Pixelproof');
  await expect(seed(page, 11)).toBeVisible();
  await expect(page.getByRole('status').getByText(/5\s% of its images wrong/)).toBeVisible();
  const figures = page.getByRole('table', { name: 'Every figure' });
  for (const { count, accuracy, model } of result.cells) {
    if (model !== 'squeezenet') continue;
    const shown = `${((accuracy ?? 0) * 100).toFixed(1)}\u00a0%`;
    const row = figures.getByRole('row', { name: new RegExp(`^Show ${count}\\spixel`) });
    await expect(row.getByRole('cell').last()).toContainText(shown);
  }

  expect(JSON.parse(await download(page, 'result.json'))).toEqual(result);
  await expect(button(page, 'cells.csv')).toBeVisible();
  await expect(button(page, 'images.csv')).toBeHidden();
  await expect(page.getByText('images.csv comes with a run on this page')).toBeVisible();

  await button(page, 'Close').click();
  await expect(openedFrom(page, 'tuesday.json')).toBeHidden();
  await expect(page).toHaveTitle('Pixelproof');
  await expect(seed(page, 7)).toBeVisible();
});

test('a result of models that the page does not have is shown, with why it cannot be run here', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const text = fixture('result.json')
    .replaceAll('"vgg"', '"mine"')
    .replace('"mine"', '{ "id": "mine", "path": "nets/mine.json" }');
  await drop(page, 'mine.json', text);
  await expect(openedFrom(page, 'mine.json')).toContainText(
    /cannot be measured again on this page: models\[2\]: mine is the file nets\/mine\.json/,
  );
  await expect(page.getByRole('columnheader', { name: 'mine' })).toBeVisible();
  await expect(seed(page, 7)).toBeVisible();
});

test('Run repeats the experiment of an opened result, to the last classification', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  const opened = await download(page, 'cells.csv');
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await expect(openedFrom(page, 'result.json')).toBeHidden();
  await expectFinished(page);
  expect(await download(page, 'cells.csv')).toBe(opened);
});

test('a run that is under way goes on when a file is dropped', async ({ quietPage: page }) => {
  await openLab(page);
  await chooseImages(page, 48);
  await button(page, 'Run').click();
  await expectUnderWay(page);
  await drop(page, 'result.json', fixture('result.json'));
  await expect(page.getByRole('alert')).toContainText(
    'result.json was not opened: a run is under way',
  );
  await expectFinished(page);
  await button(page, 'Dismiss').click();
  await expect(page.getByRole('alert')).toBeHidden();

  // An ended run gives way to the file, and comes back when the file is closed.
  const own = await download(page, 'images.csv');
  await drop(page, 'result.json', fixture('result.json'));
  await expect(openedFrom(page, 'result.json')).toBeVisible();
  await button(page, 'Close').click();
  expect(await download(page, 'images.csv')).toBe(own);
});

const spec: object = JSON.parse(fixture('spec.json'));

const bad: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['notes.json', 'not at all', /notes\.json is not JSON/],
  ['package.json', '{"name":"x"}', /package\.json is neither an experiment nor a result.*name/],
  ['later.json', JSON.stringify({ ...spec, version: 2 }), /version: it says 2/],
  ['typo.json', JSON.stringify({ ...spec, sede: 1 }), /typo\.json is an experiment.*sede: unknown/],
  [
    'mine.json',
    JSON.stringify({ ...spec, models: ['vgg', { path: 'nets/mine.json' }] }),
    /mine\.json cannot be run on this page.*models\[1\]: mine is the file nets\/mine\.json.*npm run lab/,
  ],
  [
    'own.json',
    JSON.stringify({ ...spec, images: { source: 'folder', path: 'signs' } }),
    /own\.json cannot be run.*the folder signs/,
  ],
  ['cells.csv', 'model,count\n', /cells\.csv is not an experiment.*Open the result\.json/],
  ['broken.json', fixture('result.json').replace('"wrong": 0', '"wrong": -1'), /cells\[0\]\.wrong/],
];

test('a file that cannot be opened is named with what is wrong, and what is shown stays', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'result.json', fixture('result.json'));
  for (const [name, text, says] of bad) {
    await drop(page, name, text);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.getByRole('alert')).toContainText('What is shown stays as it is.');
    await expect(openedFrom(page, 'result.json')).toBeVisible();
  }
  await expect(button(page, 'cells.csv')).toBeVisible();
});

test('a file that is too large is not read, and several files or a folder are not taken', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const drops: readonly (readonly [script: string, says: string])[] = [
    [`transfer.items.add(new File([new ArrayBuffer(65e6)], 'big.json'))`, 'big.json is too large'],
    [
      `for (const name of ['a.json', 'b.json']) transfer.items.add(new File(['{}'], name))`,
      '2 files were dropped at once',
    ],
  ];
  for (const [script, says] of drops) {
    const dataTransfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      ${script};
      return transfer;
    })()`);
    await page.locator('body').dispatchEvent('drop', { dataTransfer });
    await expect(page.getByRole('alert')).toContainText(says);
  }
});

test('the page says what it takes while a file is dragged over it', async ({ quietPage: page }) => {
  await openLab(page);
  const dataTransfer = await dragged(page, 'a.json', '{}');
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer });
  await expect(page.getByText('Drop to open')).toBeVisible();
  await page.locator('body').dispatchEvent('dragleave', { dataTransfer });
  await expect(page.getByText('Drop to open')).toBeHidden();
});

test('a file is chosen with the keyboard alone, the same one twice', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const file = { name: 'spec.json', mimeType: 'application/json' };
  for (const text of ['{', fixture('spec.json')]) {
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Open a file').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ ...file, buffer: Buffer.from(text) });
    await expect(page.getByText('spec.json').first()).toBeVisible();
  }
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(seed(page, 11)).toBeVisible();
});

test('axe finds nothing in an opened result, a filled sentence and a refused file', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'spec.json', fixture('spec.json'));
  await expect(button(page, 'Undo')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
  await drop(page, 'result.json', fixture('result.json'));
  await expect(openedFrom(page, 'result.json')).toBeVisible();
  await drop(page, 'mine.json', JSON.stringify({ ...spec, models: [{ path: 'mine.json' }] }));
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolationsInEitherScheme(page);
});

test('a dropped spec of samples is made in Repair, and put away again', async ({
  quietPage: page,
}) => {
  await openLab(page);
  const samples = {
    version: 1,
    seed: 3,
    images: { source: 'roadside', split: 'train', count: 6 },
    augment: { samples: 2, count: 4 },
  };
  await drop(page, 'samples.json', JSON.stringify(samples));
  await expect(page).toHaveURL(/panel=repair/);
  const card = page.getByRole('region', { name: 'Samples as files' });
  await expect(card).toContainText('samples.json asks for 2 samples of each of 6 training images');
  const saved = page.waitForEvent('download');
  await button(page, 'Make these samples').click();
  expect((await saved).suggestedFilename()).toBe('samples.zip');
  await expect(card).toContainText('12 samples are saved in samples.zip');
  await button(page, 'Back to the sentence’s').click();
  await expect(card).toContainText('made as above');

  const own = { ...samples, images: { source: 'folder', path: 'elsewhere' } };
  await drop(page, 'own.json', JSON.stringify(own));
  await expect(page.getByRole('alert')).toContainText('npm run lab -- augment own.json');
});
