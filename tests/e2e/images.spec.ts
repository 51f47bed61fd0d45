import { expect, type Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { encodePng } from '../../src/images/files/encode-png.ts';
import { roadsideClasses } from '../../src/images/roadside/classes.ts';
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import { drop } from './files.ts';
import { cards, gallery } from './gallery-page.ts';
import {
  button,
  download,
  expectFinished,
  expectNoViolations,
  openLab,
  openPart,
  test,
} from './lab-page.ts';

const IMAGES = 36;

/** Names under which people keep the same classes: one in capitals, one in another language. */
const folders: Readonly<Record<string, string>> = {
  stop: 'STOP',
  'priority-road': 'Vorfahrtstrasse',
};

function png(position: number): Uint8Array {
  return encodePng({ width: 64, height: 64, rgb: renderRoadside(splitStart('test') + position) });
}

/** Road signs as a person would pack them, and a picture that is cut off. */
function archive(): Buffer {
  const entries: Record<string, Uint8Array> = {};
  for (let position = 0; position < IMAGES; position += 1) {
    const name = roadsideClasses[roadsideLabel(splitStart('test') + position)] ?? '';
    entries[`signs/${folders[name] ?? name}/${position}.png`] = png(position);
  }
  entries['signs/STOP/cut.png'] = png(0).slice(0, 700);
  return Buffer.from(zipSync(entries, { level: 0 }));
}

const pictures = (page: Page) =>
  page.getByRole('region', { name: 'Pictures', exact: true }).getByRole('listitem');

test('a zip of road signs is dropped, matched, looked through and measured', async ({
  quietPage: page,
}) => {
  await openLab(page);
  await drop(page, 'signs.zip', archive());
  await expect(page).toHaveURL(/panel=images/);
  await expect(page.getByText(`Added signs.zip: ${IMAGES} pictures.`)).toBeVisible();
  await expect(page.getByText('STOP/cut.png: cannot be decoded as PNG')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'signs.zip' })).toBeVisible();
  await expect(pictures(page).first()).toBeVisible();

  const unknown = page.getByLabel('Class of the models for Vorfahrtstrasse');
  await expect(page.getByText('1 of 12 classes, with 3 pictures, is left out')).toBeVisible();
  await expect(page.getByLabel('Class of the models for STOP')).toHaveValue('stop');
  await expect(unknown).toHaveValue('-');
  await unknown.focus();
  await unknown.selectOption('priority-road');
  await expect(page.getByText('know all 12 classes of the set')).toBeVisible();
  await expectNoViolations(page);

  await button(page, `Classify ${IMAGES} pictures`).click();
  const right = page.getByRole('table', { name: 'Pictures that are right' });
  await expect(right).toBeVisible({ timeout: 120_000 });
  await expect(right.getByRole('row')).toHaveCount(7);
  const confusions = page.getByRole('radiogroup', { name: 'Model of the confusions' });
  await confusions.getByText('VGG').click();
  await expect(page).toHaveURL(/&confusions=vgg$/);
  await confusions.getByText('ResNet').click();
  await expect(page).toHaveURL(/&confusions=resnet$/);
  await page.getByRole('button', { name: '3 of 3 pictures of stop: right' }).click();
  await expect(page.getByText('stop, right by ResNet: 3 pictures')).toBeVisible();
  await expect(pictures(page)).toHaveCount(3);
  await pictures(page).first().getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText(/^STOP\/\d+\.png$/);
  await expect(dialog.getByText('64 × 64 pixels')).toBeVisible();
  await expect(dialog.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'A picture of STOP' })).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Inspect').click();
  await expect(page.getByRole('heading', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByText(/^STOP\/\d+\.png, of signs\.zip/)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Likeliest classes of ResNet' }).getByText(/%$/),
  ).toHaveCount(5);
  await button(page, 'Next').click();
  await expect(page.getByText(/^[\w-]+\/\d+\.png, of signs\.zip/)).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Images' }).click();
  await expect(page).toHaveURL(
    /\?panel=images&set=signs\.zip;sha=[0-9a-f]{16};kind=zip&confusions=resnet$/,
  );

  await page.reload();
  await expect(page.getByText('know all 12 classes of the set')).toBeVisible();
  await button(page, 'Measure with these').click();
  const control = await openPart(page, `${IMAGES} images of signs.zip`);
  await expect(control.getByLabel(`Number of images, of ${IMAGES}`)).toHaveValue(String(IMAGES));
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Your images of 64 × 64 pixels/)).toBeVisible();
  await button(page, 'Run').click();
  await expectFinished(page);
  const rows = (await download(page, 'images.csv')).split('\n');
  expect(rows.some((row) => /^STOP\/\d+\.png,6,/.test(row))).toBe(true);
  await gallery(page).getByRole('button', { name: 'Show the worst cell' }).click();
  await expect(cards(page).first()).toContainText(/[\w-]+\/\d+\.png/);
});

test('the pictures are walked through with the keyboard, and a camera that is not there is said', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?panel=images');
  const grid = page.getByRole('region', { name: 'Pictures', exact: true });
  const at = (position: number) => grid.locator(`[data-position="${position}"]`);
  await expect(at(0)).toBeVisible();
  await at(0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(at(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(at(2399)).toBeFocused();
  expect(await pictures(page).count()).toBeLessThan(120);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(/^Roadside image \d+$/);
  await page.keyboard.press('Escape');
  await expect(at(2399)).toBeFocused();

  await button(page, 'Camera').click();
  await expect(page.getByRole('alert')).toContainText(/camera/);
  await expectNoViolations(page);
});
