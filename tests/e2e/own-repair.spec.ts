import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { encodePng } from '../../src/images/files/encode-png.ts';
import { roadsideClasses } from '../../src/images/roadside/classes.ts';
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { splitStart } from '../../src/images/roadside/splits.ts';
import { repairResultSchema } from '../../src/protocol/repair-result.ts';
import { drop } from './files.ts';
import { button, expectNoViolations, openLab, openPart, test } from './lab-page.ts';
import { expectRepaired, keptModels, saved } from './repair-page.ts';

/** What a person calls some of the signs, by their name in the lab. */
const folders: Readonly<Record<string, string>> = {
  stop: 'Halt',
  yield: 'yield',
  roundabout: 'roundabout',
};

const root = mkdtempSync(join(tmpdir(), 'pixelproof-'));
// A private window reads pictures from where they lie, so they stay until the end.
test.afterAll(() => rmSync(root, { recursive: true }));

/** A folder of 30 road signs of three classes; the folder of one is called otherwise. */
function signs(): string {
  const wanted = new Map(Object.keys(folders).map((name) => [name, 10]));
  const start = splitStart('test');
  for (let index = start; [...wanted.values()].some((left) => left > 0); index += 1) {
    const name = roadsideClasses[roadsideLabel(index)] ?? '';
    const left = wanted.get(name) ?? 0;
    if (left === 0) continue;
    wanted.set(name, left - 1);
    const folder = join(root, 'my signs', folders[name] ?? name);
    mkdirSync(folder, { recursive: true });
    const picture = { width: 64, height: 64, rgb: renderRoadside(index) };
    writeFileSync(join(folder, `${index}.png`), encodePng(picture));
  }
  return join(root, 'my signs');
}

test('a model is repaired on a folder of one’s own, which is dealt out for training and judging', async ({
  quietPage: page,
}) => {
  await openLab(page, '/?panel=images');
  await page.getByLabel('Folder of pictures').setInputFiles(signs());
  await expect(page.getByText('Added my signs: 30 pictures.')).toBeVisible();
  const unknown = page.getByLabel('Class of the models for Halt');
  await unknown.focus();
  await unknown.selectOption('stop');
  await button(page, 'Repair with these').click();

  const sentence = page.getByRole('region', { name: 'Repair', exact: true });
  await expect(sentence).toContainText('18 images of my signs (parts 1, 2 and 3 of 5)');
  await expect(sentence).toContainText('6 images of my signs (part 5 of 5)');
  await button(page, 'First look').click();
  const control = await openPart(page, /^18\simages of my signs/, 'Repair');
  await expect(control.getByText('Only the 3 classes of the training images')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await button(page, 'Repair').click();
  await expectRepaired(page);
  await expectNoViolations(page);

  const json = new TextDecoder().decode(await saved(page, 'result.json', 'result.json'));
  const result = repairResultSchema.parse(JSON.parse(json));
  expect(result.original.classes).toHaveLength(3);
  expect(result.sets).toMatchObject({
    train: { images: 18 },
    validation: { images: 6 },
    test: { images: 6 },
  });
  expect(result.spec.images).toEqual({
    source: 'folder',
    path: 'my signs',
    classes: { Halt: 'stop' },
    part: { of: 5, take: [5] },
    count: 6,
  });
  await expect(keptModels(page)).toHaveText(/ResNet repaired at 16/);

  const { models, repair, ...rest } = result.spec;
  const moved = { ...repair, train: { ...repair?.train, path: 'elsewhere' } };
  await drop(page, 'moved.json', JSON.stringify({ ...rest, models, repair: moved }));
  await expect(page.getByRole('alert')).toContainText(
    'repair.train: they are in the folder elsewhere, which has to be added in Images first',
  );
  await drop(page, 'again.json', JSON.stringify({ ...rest, seed: 11, models, repair }));
  await expect(sentence.getByRole('button', { name: '11', exact: true })).toBeVisible();
  await expect(sentence).toContainText('18 images of my signs');
});
