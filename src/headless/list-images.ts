import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ListedImage } from '../images/files/listed-image.ts';
import { parseImageCsv } from '../images/files/parse-image-csv.ts';
import { openZip } from '../images/files/zip-read.ts';
import { planFolder } from '../images/sets/plan-folder.ts';
import { takenImages } from '../images/sets/taken-images.ts';
import type { ArchivedFile } from '../protocol/image-ref.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ImagesSpec } from '../protocol/spec.ts';
import { readInput, readText, openInput } from './read-input.ts';

type FileImages = Exclude<ImagesSpec, { source: 'roadside' }>;

/** The content of an image as a lane takes it, and its bytes. */
export interface OpenedImage {
  readonly content: string | ArchivedFile;
  readonly bytes: Uint8Array;
}

/** The images that a spec names, and how one of them is opened. */
export interface Listing {
  readonly listed: readonly ListedImage[];
  readonly open: (image: ListedImage) => Promise<OpenedImage>;
}

const DEEPEST = 32;

/** Paths of all files below a folder; links are followed. */
async function filesBelow(folder: string, within = '', depth = 0): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  for (const entry of entries) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    const isFolder = entry.isSymbolicLink()
      ? await stat(join(folder, path)).then(
          (target) => target.isDirectory(),
          () => false,
        )
      : entry.isDirectory();
    if (!isFolder) found.push(path);
    else if (depth < DEEPEST) found.push(...(await filesBelow(folder, path, depth + 1)));
  }
  return found;
}

/** @throws LabError where the spec leaves nothing of what is there */
function checkTaken(taken: readonly unknown[], name: string): void {
  if (taken.length > 0) return;
  throw new LabError(
    'image-missing',
    `images: ${name}: nothing is left of its images after "classes" and "part"`,
    'images',
  );
}

/**
 * The pictures among some files; the folder that each lies in names its class.
 * @throws LabError where there is none, one of a format that is not read, or one without a class
 */
function listPictures(
  paths: readonly string[],
  name: string,
  wanted: FileImages,
): { listed: ListedImage[]; pathOf: Map<string, string> } {
  const { images, faults } = planFolder(paths, name);
  const [fault] = faults;
  if (fault !== undefined) {
    throw new LabError('image-corrupt', `${name}: ${fault.name}: ${fault.reason}`, fault.name);
  }
  const taken = takenImages(images, wanted);
  checkTaken(taken, name);
  const loose = taken.find(({ className }) => className === '');
  if (loose !== undefined && wanted.labels !== 'predicted') {
    throw new LabError(
      'image-missing',
      `${name}: ${loose.file} lies in no folder that names its class; move it into one, or set images.labels to "predicted"`,
      loose.file,
    );
  }
  return {
    listed: taken.map(({ file, className }) => ({ file, className, where: file })),
    pathOf: new Map(taken.map(({ file, path }) => [file, path])),
  };
}

async function listFolder(images: FileImages, path: string): Promise<Listing> {
  const paths = await filesBelow(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'there is no such folder' : 'it cannot be read as a folder';
    throw new LabError('image-missing', `images.path: ${path}: ${reason}`, 'images.path');
  });
  const { listed, pathOf } = listPictures(paths, path, images);
  return {
    listed,
    open: async ({ file, where }) => {
      const content = join(path, pathOf.get(file) ?? file);
      return { content, bytes: await readInput(content, where, 'image-missing') };
    },
  };
}

async function listZip(images: FileImages, path: string): Promise<Listing> {
  const source = await openInput(path, 'images.path', 'image-missing');
  const zip = await openZip(source, `images.path: ${path}`);
  const entries = new Map(zip.entries.map((entry) => [entry.path, entry]));
  const { listed, pathOf } = listPictures([...entries.keys()], path, images);
  return {
    listed,
    open: async ({ file }) => {
      const entry = entries.get(pathOf.get(file) ?? file);
      if (entry === undefined) throw new RangeError('a picture of another archive');
      return { content: { archive: path, entry }, bytes: await zip.read(entry.path) };
    },
  };
}

async function listTable(
  images: Extract<ImagesSpec, { source: 'csv' }>,
  folder: string,
): Promise<Listing> {
  const path = resolve(folder, images.path);
  const text = await readText(path, 'images.path', 'spec-invalid');
  const root = images.root === undefined ? dirname(path) : resolve(folder, images.root);
  const isLabelled = images.labels !== 'predicted';
  const isWhole = images.part === undefined && images.classes === undefined;
  const rows = parseImageCsv(text, basename(path), isWhole ? images.count : undefined, isLabelled);
  const listed = takenImages(rows, images);
  checkTaken(listed, basename(path));
  return {
    listed,
    open: async ({ file, where }) => {
      const content = resolve(root, file);
      return { content, bytes: await readInput(content, where, 'image-missing') };
    },
  };
}

/**
 * The images of a folder, a zip or a table, none of them opened yet.
 * @param folder - paths of the spec are relative to it
 * @throws LabError naming the field, the file or the row
 */
export async function listImages(images: FileImages, folder: string): Promise<Listing> {
  switch (images.source) {
    case 'folder':
      return listFolder(images, resolve(folder, images.path));
    case 'zip':
      return listZip(images, resolve(folder, images.path));
    case 'csv':
      return listTable(images, folder);
  }
}
