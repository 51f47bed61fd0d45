/** An image that a list or a folder names, before its file is opened. */
export interface ListedImage {
  /** Path relative to the list's root, with forward slashes. */
  readonly file: string;
  /** A class name or an index, as written. */
  readonly className: string;
  /** Where it was found, for errors: "photos.csv, line 7" or the path itself. */
  readonly where: string;
}
