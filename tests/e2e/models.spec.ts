import { expect, type Page } from '@playwright/test';
import { parseSpec } from '../../src/protocol/parse-spec.ts';
import { resultSchema } from '../../src/protocol/result.ts';
import { drop } from './files.ts';
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
import {
  choose,
  copyOfVgg,
  details,
  keptNames,
  likeliest,
  openModel,
  openModels,
  rows,
  squeezenetFile,
  uploaded,
  vggFiles,
} from './models-page.ts';

const { topology, weights } = copyOfVgg;

async function measureBesideVgg(page: Page): Promise<void> {
  await button(page, 'Measure this model').click();
  const control = await openPart(page, /models$/);
  for (const name of ['ResNet', 'DenseNet', 'AlexNet', 'SqueezeNet']) {
    await control.getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await page.keyboard.press('Escape');
  await chooseImages(page, 24);
  await button(page, 'Run').click();
  await expectFinished(page);
}

test('a model of one’s own is inspected, prepared, measured, kept and deleted', async ({
  quietPage: page,
}) => {
  await openModels(page);
  await openModel(page, vggFiles(), 'model');
  await expect(details(page)).toContainText('TensorFlow.js, layers');
  await expect(details(page)).toContainText('211,500');
  await page.getByRole('button', { name: /^\d+ layers$/ }).click();
  await expect(page.getByRole('rowheader', { name: 'logits', exact: true })).toBeVisible();

  await details(page).getByText('Roadside’s 12 signs').click();
  await details(page).getByText('Caffe', { exact: true }).click();
  await details(page).getByText('−1…1', { exact: true }).click();
  await expect(likeliest(page)).toContainText('speed limit 30');
  await button(page, 'Rename').click();
  await page.getByLabel('Name of the model').fill('My VGG');
  await page.keyboard.press('Enter');
  await expect(rows(page, 'Yours')).toContainText(['My VGG']);
  await expect.poll(() => keptNames(page)).toEqual(['My VGG']);

  await page.reload();
  await rows(page, 'Yours').getByRole('button').click();
  await expect(details(page).getByRole('heading', { name: 'My VGG' })).toBeVisible();
  await expect(details(page).getByRole('radio', { name: '−1…1' })).toBeChecked();

  await measureBesideVgg(page);
  const { clean, cells } = resultSchema.parse(JSON.parse(await download(page, 'result.json')));
  expect(clean['model']).toEqual(clean['vgg']);
  const wrong = (id: string) => cells.filter(({ model }) => model === id).map((cell) => cell.wrong);
  expect(wrong('model')).toEqual(wrong('vgg'));
  const spec = parseSpec(JSON.parse(await download(page, 'spec.json')));
  expect(spec.models).toContainEqual(expect.objectContaining({ id: 'model', path: 'model.json' }));

  await page.goto('/?panel=models');
  await rows(page, 'Yours').getByRole('button').click();
  await expect(details(page)).toContainText('of 24 test images');
  await button(page, 'Delete').click();
  await expect(page.getByRole('region', { name: 'Yours' })).toBeHidden();
  await button(page, 'Undo: bring My VGG back').click();
  await expect(rows(page, 'Yours')).toHaveCount(1);
  await button(page, 'Delete').click();
  await expect.poll(() => keptNames(page)).toEqual([]);
  await page.reload();
  await expect(rows(page, 'Bundled')).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'Yours' })).toBeHidden();
});

test('bad files are named where they were opened, and nothing is lost', async ({
  quietPage: page,
}) => {
  await openModels(page);
  await openModel(page, vggFiles(), 'model');
  const onnx = squeezenetFile();
  const faults: [ReturnType<typeof vggFiles>, RegExp][] = [
    [vggFiles(topology.slice(0, -40)), /model\.json is not JSON/],
    [[uploaded('model.json', topology)], /needs weights\.bin, which is missing/],
    [vggFiles(topology, weights.subarray(0, -100)), /weights\.bin has .* it is cut short/],
    [[uploaded('net.onnx', onnx.subarray(0, onnx.length / 2))], /net\.onnx: .*cut short/],
    [[uploaded('notes.txt', 'nothing here')], /notes\.txt holds no model/],
  ];
  for (const [files, message] of faults) {
    await choose(page, files);
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(rows(page, 'Yours')).toHaveCount(1);
    await button(page, 'Dismiss').click();
  }
  await button(page, 'Measure this model').click();
  await drop(page, 'other.json', topology);
  await expect(page.getByRole('alert')).toContainText('other.json needs weights.bin');
  await button(page, 'Dismiss').click();
  await page.getByLabel('File of class names').setInputFiles([uploaded('names.txt', 'a\nb\n')]);
  await expect(page.getByRole('alert')).toContainText(
    'names.txt names 2 classes, and the model has 12.',
  );
  await choose(page, vggFiles());
  await expect(
    page.getByText('These are the files of model, which is here already.'),
  ).toBeVisible();
});

test('an ONNX model has classes of its own, which the experiment says', async ({
  quietPage: page,
}) => {
  await openModels(page);
  await openModel(page, [uploaded('squeeze.onnx', squeezenetFile())], 'squeeze');
  await expect(details(page)).toContainText('channels first, rewritten to last');
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolations(page);

  await button(page, 'Measure this model').click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('squeeze does not know the 12 road signs of these images.');
  const control = await openPart(page, 'squeeze');
  await control.getByRole('checkbox', { name: 'VGG', exact: true }).click();
  await expect(control).toContainText('One model was taken out');
  await expect(problem).toBeHidden();
});

test('a model is opened from an address, and a dead one is told', async ({ page }) => {
  const headers = { 'access-control-allow-origin': '*' };
  await page.route('https://models.example/net/*', (route) => {
    const isJson = route.request().url().endsWith('model.json');
    return route.fulfill({ body: isJson ? Buffer.from(topology) : weights, headers });
  });
  await page.route('https://models.example/gone/*', (route) =>
    route.fulfill({ status: 404, headers, body: 'gone' }),
  );
  await page.route('https://silent.example/*', (route) => route.abort());

  await openLab(page, '/?model=https://models.example/net/model.json');
  await expect(page.getByText('Nothing has been fetched from there yet.')).toBeVisible();
  await button(page, 'Open it').click();
  await expect(details(page).getByRole('heading', { name: 'net' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(details(page)).toContainText('https://models.example/net/model.json');

  const dead = async (url: string, message: RegExp) => {
    await page.getByLabel('Or from an address').fill(url);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(message);
  };
  await dead('https://models.example/gone/net.onnx', /net\.onnx .* answered 404/);
  await dead('https://silent.example/net.onnx', /does not let other pages read its files \(CORS\)/);
  await dead('ftp://models.example/net.onnx', /begin with ftp: are not opened/);
  await expect(rows(page, 'Yours')).toHaveCount(1);
});
