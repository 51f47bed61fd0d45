/** Where a file lies in a zip; plain data, so that whoever reads it later needs no directory. */
export interface ZipEntry {
  /** As the archive names it, with forward slashes. */
  readonly path: string;
  /** Bytes once expanded, as the archive says. */
  readonly size: number;
  readonly compressedSize: number;
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number;
  readonly crc32: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
}
