import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { sha256 } from '../core/sha256.ts';
import { classIndices } from '../images/files/class-index.ts';
import { checkImageHeader } from '../images/files/decode.ts';
import { listFolder } from '../images/files/list-folder.ts';
import type { ListedImage } from '../images/files/listed-image.ts';
import { parseImageCsv } from '../images/files/parse-image-csv.ts';
import { imageSetHash } from '../images/image-set-hash.ts';
import { roadsideClasses } from '../images/roadside/classes.ts';
import { roadsideLabel } from '../images/roadside/render.ts';
import { splitStart } from '../images/roadside/splits.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ImageRef } from '../protocol/image-ref.ts';
import type { ImagesSpec } from '../protocol/spec.ts';
import type { ImageSet } from '../run/image-set.ts';
import { readInput, readText } from './read-input.ts';

interface Listing {
  readonly root: string;
  readonly listed: readonly ListedImage[];
}

function noFolder(path: string): never {
  const field = 'images.path';
  throw new LabError('image-missing', `${field}: ${path}: there is no such folder`, field);
}

async function listFolderFiles(path: string, count: number | undefined): Promise<Listing> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => noFolder(path));
  const paths: string[] = [];
  for (const entry of entries) {
    const inner = entry.isFile() ? [] : await readdir(join(path, entry.name)).catch(() => []);
    paths.push(...inner.map((file) => `${entry.name}/${file}`));
  }
  return { root: path, listed: listFolder(paths, path, count) };
}

async function listTable(
  images: Extract<ImagesSpec, { source: 'csv' }>,
  folder: string,
): Promise<Listing> {
  const path = resolve(folder, images.path);
  const text = await readText(path, 'images.path', 'spec-invalid');
  const root = images.root === undefined ? dirname(path) : resolve(folder, images.root);
  return { root, listed: parseImageCsv(text, basename(path), images.count) };
}

/** Opens every file once, so that a bad one is met before anything is computed. */
async function openFiles({ root, listed }: Listing): Promise<ImageRef[]> {
  const refs: ImageRef[] = [];
  for (const { file, where } of listed) {
    const content = resolve(root, file);
    const bytes = await readInput(content, where, 'image-missing');
    checkImageHeader(bytes, file);
    refs.push({ kind: 'file', name: file, content, sha256: sha256(bytes) });
  }
  return refs;
}

/** Roadside's classes as the models number them. */
function roadsideLabels(classNames: readonly string[]): number[] {
  if (classNames.length === 0) return roadsideClasses.map((_, index) => index);
  return roadsideClasses.map((name) => {
    const index = classNames.indexOf(name);
    if (index >= 0) return index;
    throw new LabError(
      'spec-invalid',
      `images: the models do not know the class "${name}" of Roadside; use images of their own classes`,
      'images',
    );
  });
}

function roadsideImages(
  { split, count }: Extract<ImagesSpec, { source: 'roadside' }>,
  classNames: readonly string[],
): ImageSet {
  const start = splitStart(split);
  const indices = Array.from({ length: count }, (_, index) => start + index);
  const refs = indices.map((index): ImageRef => ({ kind: 'roadside', index }));
  const numbers = roadsideLabels(classNames);
  const labels = Uint16Array.from(indices, (index) => numbers[roadsideLabel(index)] ?? 0);
  const names = classNames.length === 0 ? roadsideClasses : classNames;
  return { refs, labels, classNames: names, hash: imageSetHash(refs, labels) };
}

function listImages(
  images: Exclude<ImagesSpec, { source: 'roadside' }>,
  folder: string,
): Promise<Listing> {
  if (images.source === 'zip') {
    throw new LabError('spec-invalid', 'images.source: a zip is not read yet', 'images.source');
  }
  return images.source === 'folder'
    ? listFolderFiles(resolve(folder, images.path), images.count)
    : listTable(images, folder);
}

/**
 * The images of a spec, each with its class as the folder, the table or Roadside names it.
 * @param folder - paths are relative to it
 * @throws LabError naming the field, the file or the row
 */
export async function readNamedImages(
  images: ImagesSpec,
  folder: string,
): Promise<{ refs: readonly ImageRef[]; classes: readonly string[] }> {
  if (images.source === 'roadside') {
    const { refs, labels } = roadsideImages(images, roadsideClasses);
    return { refs, classes: Array.from(labels, (label) => roadsideClasses[label] ?? '') };
  }
  const listing = await listImages(images, folder);
  const classes = listing.listed.map(({ className }) => className);
  return { refs: await openFiles(listing), classes };
}

/**
 * The labelled images of a spec. Every file is opened, hashed and its header checked.
 * @param folder - paths are relative to it
 * @param classNames - of the models, or empty where classes are indices
 * @throws LabError naming the field, the file or the row
 */
export async function readImages(
  images: ImagesSpec,
  folder: string,
  classNames: readonly string[],
): Promise<ImageSet> {
  if (images.source === 'roadside') return roadsideImages(images, classNames);
  const listing = await listImages(images, folder);
  const labels = classIndices(listing.listed, classNames);
  const refs = await openFiles(listing);
  return { refs, labels, classNames, hash: imageSetHash(refs, labels) };
}
