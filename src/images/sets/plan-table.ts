import { parseImageCsv } from '../files/parse-image-csv.ts';
import { checkPlanned, type PlannedSet } from './plan-folder.ts';
import type { FileFault, PlannedImage } from './set-image.ts';

/** Finds files by their whole path, else by a name that only one of them has. */
function fileFinder(paths: readonly string[], root: string): (file: string) => string | null {
  const known = new Set(paths);
  const byName = new Map<string, string | null>();
  for (const path of paths) {
    const name = path.split('/').at(-1) ?? path;
    byName.set(name, byName.has(name) ? null : path);
  }
  const bySuffix = (file: string) => {
    const ends = paths.filter((path) => path.endsWith(`/${file}`));
    return ends.length === 1 ? (ends[0] ?? null) : null;
  };
  return (file) => {
    const plain = file.replaceAll('\\', '/').replace(/^\.\//, '');
    if (known.has(root + plain)) return root + plain;
    return plain.includes('/') ? bySuffix(plain) : (byName.get(plain) ?? null);
  };
}

/**
 * The pictures that a table with the columns `file` and `class` names, in its order, among files that
 * came with it.
 * @param text - CSV with a header line
 * @param table - path of the table; files are looked for beside it first
 * @param paths - of the files that came with it
 * @throws LabError `spec-invalid` naming the table and its line, or `image-missing` where none of its
 * files came with it
 */
export function planTable(text: string, table: string, paths: readonly string[]): PlannedSet {
  const name = table.split('/').at(-1) ?? table;
  const find = fileFinder(paths, table.slice(0, table.length - name.length));
  const images: PlannedImage[] = [];
  const faults: FileFault[] = [];
  for (const { file, className } of parseImageCsv(text, name)) {
    const path = find(file);
    if (path === null)
      faults.push({ name: file, reason: `${name} names it, but it did not come with it` });
    else images.push({ path, file, className });
  }
  checkPlanned(name, images.length, faults.length);
  return { images, faults, passedOver: 0 };
}
