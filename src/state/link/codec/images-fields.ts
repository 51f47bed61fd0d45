import type { Spec } from '../../../protocol/spec.ts';
import { wholeText, wordText, type FieldText } from './field-texts.ts';
import type { LinkField, StateFault } from './link-fields.ts';
import { readNamedImages, writeNamedImages, type NamedImages } from './named-images.ts';
import { startsWith } from './paths.ts';

/** The field that names a set of a person's pictures. */
export const SET = 'set';

export const setText: FieldText<NamedImages> = {
  read: readNamedImages,
  write: ({ images, sha }) => writeNamedImages(images, sha),
};

/** A part of Roadside. */
export const splitText = wordText(['train', 'validation', 'test']);

/** Which images: so many of Roadside, or a set of one's own. */
export const imagesFields: readonly LinkField[] = [
  { key: SET, path: ['set'], text: setText },
  { key: 'images', path: ['spec', 'images', 'count'], text: wholeText, without: SET },
  {
    key: 'split',
    path: ['spec', 'images', 'split'],
    text: splitText,
    without: SET,
  },
];

/** A fault of the images belongs to the field that named them. */
export function faultOfSet(fault: StateFault, set: NamedImages | undefined): StateFault {
  const isOfImages = startsWith(fault.path, ['spec', 'images']);
  return set !== undefined && isOfImages ? { ...fault, path: ['set'] } : fault;
}

/** A spec as the fields write it: a set of one's own stands apart, with its hash. */
export function withSet(
  spec: Pick<Spec, 'images'>,
  hashOf: (name: string) => string | null,
): { readonly spec: object; readonly set?: NamedImages } {
  const { images, ...rest } = spec;
  if (images.source === 'roadside') return { spec };
  return { spec: rest, set: { images, sha: hashOf(images.path) } };
}
