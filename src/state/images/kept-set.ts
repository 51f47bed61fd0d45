import type { SetImage } from '../../images/sets/set-image.ts';

/** A set of a person's pictures, without their files. */
export interface KeptImageSet {
  /** Of the folder, the archive or the table that it comes from; a spec names it so. */
  readonly name: string;
  /** How a spec writes it. */
  readonly source: 'folder' | 'zip' | 'csv';
  /** When it was made, in milliseconds since 1970. */
  readonly added: number;
  /** In the order in which a spec counts them. */
  readonly images: readonly SetImage[];
  /** Classes of the models that a person has chosen for classes of the set; null leaves one out. */
  readonly corrections: Readonly<Record<string, string | null>>;
}

/** The file of a picture; it stays on the disk until it is read. */
export interface KeptImage {
  readonly id: string;
  readonly set: string;
  readonly content: Blob;
}

export interface KeptThumbnail {
  readonly id: string;
  readonly set: string;
  /** A small file of a format that browsers show. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}
