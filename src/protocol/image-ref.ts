import type { ZipEntry } from './zip-entry.ts';

/** A file within a zip that is read in place, without unpacking the zip or reading its directory. */
export interface ArchivedFile {
  /** The zip: a path where the lane can read files, or a Blob. */
  readonly archive: string | Blob;
  readonly entry: ZipEntry;
}

/** Where one image's bytes come from. */
export type ImageRef =
  | { readonly kind: 'roadside'; readonly index: number }
  /** `content` is a path where the lane can read files, a Blob, or a file in a zip; `sha256` is the hex digest of the file. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly content: string | Blob | ArchivedFile;
      readonly sha256: string;
    };
