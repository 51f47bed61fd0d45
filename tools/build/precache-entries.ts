import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file of the build as Workbox lists it. */
interface PrecacheEntry {
  /** Relative to the folder of the build. */
  readonly url: string;
  /** Null where the name itself changes with the content. */
  readonly revision: string | null;
  /** Hash of the content, without which nothing is stored under this revision. */
  readonly integrity: string;
}

/** What the build names by content. */
const hashed = /^assets\/.+-[\w-]{8}\.\w+$/;

/** What is of the build but never asked for by the page. */
const unused = /^(\.|service-worker\.js$)/;

/**
 * Everything that the built lab may ask of its host, in the order of names.
 * @param folder of the build
 */
export async function precacheEntries(folder: string): Promise<PrecacheEntry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const urls = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((url) => !unused.test(url))
    .sort();
  return Promise.all(
    urls.map(async (url) => {
      const content = await readFile(join(folder, url));
      const hash = createHash('sha256').update(content).digest();
      const revision = hashed.test(url) ? null : hash.toString('hex').slice(0, 16);
      return { url, revision, integrity: `sha256-${hash.toString('base64')}` };
    }),
  );
}
