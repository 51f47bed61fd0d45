import { LabError } from '../../protocol/lab-error.ts';
import type { Preprocess } from '../../protocol/spec.ts';
import { resizeImage, type Window } from './resize.ts';
import type { RgbImage } from './rgb-image.ts';

type Size = readonly [height: number, width: number];

/** Half to even, as Python's `round`, which torchvision's centre crop uses. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Size after scaling the short side to `resizeTo`, or, without it, so that the target is just covered. */
function scaledSize(image: RgbImage, [height, width]: Size, resizeTo: number | undefined): Size {
  const byHeight =
    resizeTo === undefined
      ? height * image.width >= width * image.height
      : image.height <= image.width;
  if (byHeight) {
    const side = resizeTo ?? height;
    return [side, Math.trunc((side * image.width) / image.height)];
  }
  const side = resizeTo ?? width;
  return [Math.trunc((side * image.height) / image.width), side];
}

function centerWindow([scaledHeight, scaledWidth]: Size, [height, width]: Size): Window {
  return {
    top: roundHalfToEven((scaledHeight - height) / 2),
    left: roundHalfToEven((scaledWidth - width) / 2),
    height,
    width,
  };
}

/**
 * The bytes that a model of input size [height, width] sees. An image that already has this size
 * is left untouched. `shortest` scales the short side to `resizeTo` (default: just enough to cover
 * the input) and crops the centre, rounding as torchvision's `Resize` and `CenterCrop`; `exact`
 * stretches.
 * @returns height · width · 3 bytes
 * @throws LabError `spec-invalid` if the scaled image is smaller than the input
 */
export function fitImage(image: RgbImage, size: Size, preprocess: Preprocess): Uint8Array {
  const [height, width] = size;
  if (image.height === height && image.width === width) return image.rgb;
  const { filter } = preprocess;
  if (preprocess.resize === 'exact') return resizeImage(image, filter, width, height).rgb;
  const [scaledHeight, scaledWidth] = scaledSize(image, size, preprocess.resizeTo);
  if (scaledHeight < height || scaledWidth < width) {
    throw new LabError(
      'spec-invalid',
      `preprocess.resizeTo: an image of ${image.width}x${image.height} becomes ${scaledWidth}x${scaledHeight}, ` +
        `smaller than the model's ${width}x${height}; raise resizeTo`,
      'preprocess.resizeTo',
    );
  }
  const window = centerWindow([scaledHeight, scaledWidth], size);
  return resizeImage(image, filter, scaledWidth, scaledHeight, window).rgb;
}
