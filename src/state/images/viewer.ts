import type { RgbImage } from '../../images/files/rgb-image.ts';
import { ImageWorkers } from '../../workers/image-workers.ts';
import { imageFile, imageThumbnail } from './set-files.ts';
import type { ShownPicture } from './shown-pictures.ts';

/** Addresses of thumbnails that are kept; a screen shows some hundred. */
const MOST_ADDRESSES = 1500;

/** The pixels of a picture. */
export type DecodedPicture = RgbImage;

let workers: ImageWorkers | null = null;
const addresses = new Map<string, Promise<string | null>>();

function viewer(): ImageWorkers {
  workers ??= new ImageWorkers(1);
  return workers;
}

function addressOf(bytes: Uint8Array<ArrayBuffer>): string {
  return URL.createObjectURL(new Blob([bytes]));
}

async function draw({ set, name, roadside }: ShownPicture): Promise<string | null> {
  if (roadside !== null) return addressOf(await viewer().ask((api) => api.drawRoadside(roadside)));
  const bytes = await imageThumbnail(set, name);
  return bytes && addressOf(bytes);
}

function forget(key: string): void {
  void addresses.get(key)?.then((address) => address !== null && URL.revokeObjectURL(address));
  addresses.delete(key);
}

/** The address of a small picture for `img`; null where it cannot be had. */
export function thumbnailAddress(picture: ShownPicture): Promise<string | null> {
  const key = `${picture.set}\n${picture.name}`;
  const known = addresses.get(key);
  const address = known ?? draw(picture).catch(() => null);
  addresses.delete(key);
  addresses.set(key, address);
  const [oldest] = addresses.keys();
  if (addresses.size > MOST_ADDRESSES && oldest !== undefined) forget(oldest);
  return address;
}

/** Forgets the thumbnails of a set that has changed or is gone. */
export function forgetThumbnails(set: string): void {
  for (const key of addresses.keys()) if (key.startsWith(`${set}\n`)) forget(key);
}

/**
 * The pixels of a picture, decoded as the models get them.
 * @throws LabError naming the picture
 */
export async function readPicture({ set, name }: ShownPicture): Promise<DecodedPicture> {
  const file = await imageFile(set, name);
  return viewer().ask((api) => api.decode(file, name));
}

/** Gives the worker back; another starts when it is needed. */
export function closeViewer(): void {
  workers?.close();
  workers = null;
}
