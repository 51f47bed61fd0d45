import type { AugmentSpec } from '../../protocol/augment.ts';
import type { ImageRef } from '../../protocol/image-ref.ts';
import { preprocessSchema } from '../../protocol/spec.ts';
import { fitImage } from '../files/fit-image.ts';
import type { RgbImage } from '../files/rgb-image.ts';
import { imageKeyOf } from '../image-key.ts';
import { readImage, type FileAccess } from '../read-image.ts';
import type { SampleSource } from './sample-maker.ts';

const FIT = preprocessSchema.parse({});

/** Scaled and cropped as a model of that size takes it by default. */
function fitted(image: RgbImage, size: AugmentSpec['size']): RgbImage {
  if (size === undefined) return image;
  const [height, width] = size;
  return { height, width, rgb: fitImage(image, size, FIT) };
}

/**
 * Reads an image that samples are made of.
 * @param mirrors - whether its class allows a mirror image
 * @throws LabError `image-missing` or `image-corrupt` naming the file
 */
export async function loadSource(
  ref: ImageRef,
  { size }: Pick<AugmentSpec, 'size'>,
  mirrors: boolean,
  access: FileAccess = {},
): Promise<SampleSource> {
  const { rgb, height, width } = fitted(await readImage(ref, access), size);
  return { bytes: rgb, height, width, key: imageKeyOf(ref), mirrors };
}
