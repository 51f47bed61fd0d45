import { LabError } from '../../protocol/lab-error.ts';
import { compareBytes } from '../files/byte-order.ts';
import { fileKind } from './file-kind.ts';
import type { FileFault, PlannedImage } from './set-image.ts';

/** Pictures of one set; their names, hashes and thumbnails are kept, and listed, as a whole. */
export const MOST_IMAGES = 50_000;

/** What a folder or an archive becomes. */
export interface PlannedSet {
  /** By class, then by file, byte by byte. */
  readonly images: readonly PlannedImage[];
  /** Pictures that cannot be read, by their names alone. */
  readonly faults: readonly FileFault[];
  /** Files that are no pictures. */
  readonly passedOver: number;
}

/** @throws LabError `image-missing` naming the set, where it would be empty or too large */
export function checkPlanned(name: string, images: number, faults: number): void {
  if (images > MOST_IMAGES) {
    throw new LabError(
      'image-missing',
      `${name}: has ${images} pictures; a set takes up to ${MOST_IMAGES}. Choose a part of it`,
      name,
    );
  }
  if (images > 0 || faults > 0) return;
  throw new LabError(
    'image-missing',
    `${name}: holds no pictures; put PNG, JPEG, WebP, AVIF, GIF or BMP files into one folder a class`,
    name,
  );
}

/** The folders that all paths begin with, but for the one that holds files next to others. */
function sharedRoot(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  // The last folder names a class, so it is never part of the root.
  let depth = 0;
  while (
    depth < first.length - 1 &&
    folders.every((each) => depth < each.length - 1 && each[depth] === first[depth])
  ) {
    depth += 1;
  }
  return first
    .slice(0, depth)
    .map((part) => `${part}/`)
    .join('');
}

/**
 * The pictures of a folder or an archive: the class of each is the folder that it lies in. Folders
 * that hold all the others are no part of the names.
 * @param paths - with forward slashes, in any order
 * @param name - what errors call the folder
 * @throws LabError `image-missing` where there is no picture, or more than a set takes
 */
export function planFolder(paths: readonly string[], name: string): PlannedSet {
  const named = (kind: string) => paths.filter((path) => fileKind(path) === kind);
  const found = named('image');
  const unread = named('unread');
  checkPlanned(name, found.length, unread.length);
  const root = sharedRoot(found);
  const images = found
    .map((path): PlannedImage => {
      const file = path.slice(root.length);
      return { path, file, className: file.split('/').at(-2) ?? '' };
    })
    .sort((a, b) => compareBytes(a.className, b.className) || compareBytes(a.file, b.file));
  const faults = unread.map((path) => ({
    name: path,
    reason: 'pictures of this format are not read; save it as PNG or JPEG',
  }));
  return { images, faults, passedOver: named('other').length };
}
