import type { ImageRef } from '../../protocol/image-ref.ts';
import type { ImageSet } from '../../run/image-set.ts';

/** Which images a run went over, without their files: those of Roadside are drawn again. */
type KeptRefs =
  | { readonly source: 'roadside'; readonly indices: Uint32Array }
  | {
      readonly source: 'files';
      readonly names: readonly string[];
      /** Hex digests of the files. */
      readonly hashes: readonly string[];
    };

/** The images of a run as the archive keeps them. */
export interface KeptImages extends Omit<ImageSet, 'refs'> {
  readonly refs: KeptRefs;
}

function keptRefs(refs: readonly ImageRef[]): KeptRefs {
  const indices = refs.flatMap((ref) => (ref.kind === 'roadside' ? [ref.index] : []));
  if (indices.length === refs.length)
    return { source: 'roadside', indices: Uint32Array.from(indices) };
  return {
    source: 'files',
    names: refs.map((ref) => (ref.kind === 'file' ? ref.name : String(ref.index))),
    hashes: refs.map((ref) => (ref.kind === 'file' ? ref.sha256 : '')),
  };
}

export function keptImages({ refs, ...set }: ImageSet): KeptImages {
  return { ...set, refs: keptRefs(refs) };
}

/** The images of a kept run; the files of a person's own are named, and empty. */
export function namedImages({ refs, ...set }: KeptImages): ImageSet {
  if (refs.source === 'roadside') {
    return { ...set, refs: Array.from(refs.indices, (index) => ({ kind: 'roadside', index })) };
  }
  const { names, hashes } = refs;
  return {
    ...set,
    refs: names.map((name, at) => ({
      kind: 'file',
      name,
      content: '',
      sha256: hashes[at] ?? '',
    })),
  };
}
