import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { splitStart, type Split } from '../../src/images/roadside/splits.ts';

export const IMAGE_BYTES = 64 * 64 * 3;

/** Rendered pictures side by side, and their classes. */
export interface ImageSet {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly labels: Uint8Array;
}

export function imageOf(set: ImageSet, index: number): Uint8Array {
  return set.bytes.subarray(index * IMAGE_BYTES, (index + 1) * IMAGE_BYTES);
}

/** Renders the first `count` pictures of a split. */
export function renderSplit(
  split: Split,
  count: number,
  progress: (done: number) => void = () => {},
): ImageSet {
  const bytes = new Uint8Array(count * IMAGE_BYTES);
  const labels = new Uint8Array(count);
  const start = splitStart(split);
  for (let image = 0; image < count; image += 1) {
    bytes.set(renderRoadside(start + image), image * IMAGE_BYTES);
    labels[image] = roadsideLabel(start + image);
    if ((image + 1) % 1000 === 0) progress(image + 1);
  }
  return { count, bytes, labels };
}

/** The same from a file, which is made where it is missing. Remove the file when Roadside changes. */
export function cachedSplit(
  path: string,
  split: Split,
  count: number,
  progress: (done: number) => void,
): ImageSet {
  if (existsSync(path)) {
    const file = readFileSync(path);
    if (file.length !== count * (IMAGE_BYTES + 1)) {
      throw new Error(`${path} holds other pictures than asked for; remove it`);
    }
    const end = count * IMAGE_BYTES;
    return { count, bytes: file.subarray(0, end), labels: file.subarray(end) };
  }
  const set = renderSplit(split, count, progress);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, Buffer.concat([set.bytes, set.labels]));
  renameSync(`${path}.part`, path);
  return set;
}
