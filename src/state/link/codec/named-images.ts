import { imagesSchema } from '../../../protocol/images-spec.ts';
import { describeIssues } from '../../../protocol/parse-spec.ts';
import { z } from '../../../protocol/zod.ts';
import type { OwnImagesSpec } from '../../images/set-choice.ts';
import { classNamingText } from './class-naming-text.ts';
import { listText, plainText, wholeText, wordText } from './field-texts.ts';
import { hashStart, shaSchema } from './hash-start.ts';
import { LinkFault } from './link-fault.ts';
import { readLink, writeLink, type LinkTable } from './link-fields.ts';
import { readParts, refuseUnknownParts, writeParts } from './parts-text.ts';
import { pathOfName } from './paths.ts';

/** A set of a person's pictures, as a link names it. */
export interface NamedImages {
  /** First digits of the hash of its content; null where the link does not say. */
  readonly sha: string | null;
  readonly images: OwnImagesSpec;
}

const schema = z.strictObject({ sha: shaSchema.optional(), images: imagesSchema });

const table: LinkTable<z.output<typeof schema>> = {
  fields: [
    { key: 'sha', path: ['sha'], text: plainText },
    { key: 'kind', path: ['images', 'source'], text: wordText(['folder', 'zip', 'csv']) },
    { key: 'count', path: ['images', 'count'], text: wholeText },
    { key: 'labels', path: ['images', 'labels'], text: wordText(['given', 'predicted']) },
    { key: 'parts', path: ['images', 'part', 'of'], text: wholeText, needs: 'take' },
    { key: 'take', path: ['images', 'part', 'take'], text: listText(wholeText), needs: 'parts' },
    { key: 'classes', path: ['images', 'classes'], text: classNamingText },
    { key: 'root', path: ['images', 'root'], text: plainText },
  ],
  base: () => ({ images: { source: 'folder', path: 'set' } }),
  check: (raw) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { state: parsed.data };
    const { field, message } = describeIssues(parsed.error);
    return { fault: { path: pathOfName(field), message } };
  },
};

const keys = table.fields.map(({ key }) => key);

/** @throws LinkFault where anything in the text cannot be taken */
export function readNamedImages(text: string): NamedImages {
  const { name, entries } = readParts(text);
  if (name === '') throw new LinkFault('it does not begin with the name of a set');
  refuseUnknownParts(entries, keys);
  const { state, refused } = readLink(table, entries);
  const [first] = refused;
  if (first !== undefined) throw new LinkFault(`${first.field}: ${first.message}`);
  const { sha = null, images } = state;
  if (images.source === 'roadside') throw new LinkFault('Roadside is no set of one’s own');
  return { sha, images: { ...images, path: name } };
}

/** @param hash of the content of the set; null where it is not known */
export function writeNamedImages(images: OwnImagesSpec, hash: string | null): string {
  const state = { images, ...(hash && { sha: hashStart(hash) }) };
  return writeParts(images.path, writeLink(table, state));
}
