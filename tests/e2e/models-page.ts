import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { openLab } from './lab-page.ts';

interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const bundled = (name: string): Buffer =>
  readFileSync(new URL(`../../public/models/vgg/${name}`, import.meta.url));

export function uploaded(name: string, content: Buffer | string): UploadedFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

/** The bundled VGG as a person would bring it: files without a card. */
export const copyOfVgg = {
  topology: bundled('model.json').toString('utf8'),
  weights: bundled('weights.bin'),
};

export function vggFiles(topology = copyOfVgg.topology, weights = copyOfVgg.weights) {
  return [uploaded('model.json', topology), uploaded('weights.bin', weights)];
}

/** A narrow SqueezeNet, as PyTorch exports it. */
export function squeezenetFile(): Buffer {
  return readFileSync(new URL('../fixtures/onnx/squeezenet.onnx', import.meta.url));
}

export async function openModels(page: Page): Promise<void> {
  await openLab(page, '/?panel=models');
  await expect(page.getByRole('heading', { name: 'Open a model' })).toBeVisible();
}

export async function choose(page: Page, files: UploadedFile[]): Promise<void> {
  await page.getByLabel('Files of a model').setInputFiles(files);
}

/** Opens a model from files and waits until it is there. */
export async function openModel(page: Page, files: UploadedFile[], name: string): Promise<void> {
  await choose(page, files);
  await expect(details(page).getByRole('heading', { name })).toBeVisible({ timeout: 60_000 });
}

export function details(page: Page): Locator {
  return page.getByRole('region', { name: 'The chosen model' });
}

/** The models of a group of the list. */
export function rows(page: Page, group: 'Yours' | 'Bundled'): Locator {
  return page.getByRole('region', { name: group, exact: true }).getByRole('listitem');
}

/** The class that the network finds likeliest in the preview. */
export function likeliest(page: Page): Locator {
  return page.getByRole('list', { name: 'Likeliest classes' }).getByRole('listitem').first();
}

/** Names of the models that the browser has kept so far; what is typed is written a moment later. */
export function keptNames(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('pixelproof');
        opening.addEventListener('success', () => {
          const { result: db } = opening;
          const asked = db.transaction('ownModels').objectStore('ownModels').getAll();
          asked.addEventListener('success', () => {
            db.close();
            resolve(asked.result.map((model: { name: string }) => model.name));
          });
        });
      }),
  );
}
