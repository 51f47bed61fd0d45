/**
 * What a file is by its name: a picture, a picture of a format that is not read, an archive, a table,
 * something the system put there, or anything else.
 */
export type FileKind = 'image' | 'unread' | 'zip' | 'table' | 'hidden' | 'other';

const kinds: readonly (readonly [FileKind, RegExp])[] = [
  ['image', /\.(?:png|jpe?g|jpe|jfif|webp|avif|gif|bmp)$/i],
  ['unread', /\.(?:tiff?|hei[cf]|jxl|jp2|ppm|svg|psd|dng|cr2|nef)$/i],
  ['zip', /\.zip$/i],
  ['table', /\.csv$/i],
];

/** Files that systems and archivers leave in folders. */
const leftBehind = /^(?:thumbs\.db|desktop\.ini|__macosx)$/i;

export function fileKind(path: string): FileKind {
  const parts = path.split('/');
  if (parts.some((part) => part.startsWith('.') || leftBehind.test(part))) return 'hidden';
  return kinds.find(([, name]) => name.test(path))?.[0] ?? 'other';
}
