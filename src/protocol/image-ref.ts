/** Where one image's bytes come from. */
export type ImageRef =
  | { readonly kind: 'roadside'; readonly index: number }
  /** `content` is a path where the lane can read files, or a Blob; `sha256` is the hex digest of the file. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly content: string | Blob;
      readonly sha256: string;
    };
