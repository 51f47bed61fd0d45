import { LabError } from '../../protocol/lab-error.ts';
import { compareBytes } from './byte-order.ts';
import type { ListedImage } from './listed-image.ts';

const IMAGE = /\.(?:png|jpe?g|jpe|jfif)$/i;
const UNREAD_IMAGE = /\.(?:gif|webp|bmp|tiff?|avif|hei[cf]|jxl|jp2|ppm)$/i;

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/**
 * The labelled images among the files of a folder: each in a folder that names its class. Sorted
 * by class, then by file, byte by byte. Hidden files and files that are not images are passed over.
 * @param paths - relative to the folder, with forward slashes, in any order
 * @param folder - what errors call the folder
 * @param count - keep only the first ones
 * @throws LabError `image-missing` where there is no such image, `image-corrupt` for an image of a
 * format that is not read
 */
export function listFolder(
  paths: readonly string[],
  folder: string,
  count = Number.POSITIVE_INFINITY,
): ListedImage[] {
  const candidates = paths.filter((path) => path.split('/').length === 2 && !isHidden(path));
  const unread = candidates.find((path) => UNREAD_IMAGE.test(path));
  if (unread !== undefined) {
    throw new LabError(
      'image-corrupt',
      `${unread}: save it as PNG or JPEG to have it read`,
      unread,
    );
  }
  const listed = candidates
    .filter((path) => IMAGE.test(path))
    .map((file) => ({ file, className: file.slice(0, file.indexOf('/')), where: file }))
    .sort((a, b) => compareBytes(a.className, b.className) || compareBytes(a.file, b.file))
    .slice(0, count);
  if (listed.length === 0) {
    throw new LabError(
      'image-missing',
      `${folder}: holds no images; put PNG or JPEG files into one folder a class`,
      folder,
    );
  }
  return listed;
}
