import type { Picture } from '../picture.ts';
import type { Stream } from '../stream.ts';
import { defocus, motionBlur } from './blur.ts';
import { compress } from './compression.ts';
import { demosaic } from './mosaic.ts';
import { addNoise } from './noise.ts';
import { sharpen } from './sharpen.ts';
import { develop } from './tone.ts';

/** The exponent of a camera's tone curve, 0.5…1. */
export function chooseToneExponent(stream: Stream): number {
  return stream.between(0.5, 1);
}

/** Side of the square, in pixels, that the sign and its margin fill on the sensor. */
export function chooseNativeSize(stream: Stream): number {
  return stream.chance(0.3) ? 64 : 26 + stream.below(38);
}

/** Turns the light of a scene into a photograph with values 0…1, in place. */
export function expose(picture: Picture, exponent: number, stream: Stream): void {
  const { size } = picture;
  const detail = size / 64;
  const soft = stream.unit();
  // Small crops come from far away and are sharp to a pixel or so; large ones can be far out.
  const sigma = stream.chance(0.16)
    ? stream.between(0.8, 2) * (0.5 + 0.7 * detail)
    : 0.38 + soft * soft * 0.7;
  defocus(picture, sigma * sigma);
  if (stream.chance(0.18)) {
    motionBlur(picture, stream.between(1, 7) * (0.3 + 0.7 * detail), stream);
  }
  develop(picture, {
    exponent,
    black: stream.chance(0.5) ? stream.between(0, 0.025) : 0,
    saturation: stream.between(0.7, 1.45),
    vignette: stream.chance(0.3) ? stream.between(0, 0.3) : 0,
  });
  const noisy = stream.unit();
  addNoise(
    picture,
    0.003 + 0.015 * noisy * noisy,
    0.015 * stream.unit(),
    stream.between(0, 0.7),
    stream,
  );
  if (stream.chance(0.5)) demosaic(picture, stream.below(4));
  if (stream.chance(0.55)) sharpen(picture, stream.between(0.2, 1.3));
  if (stream.chance(0.2)) compress(picture, stream.between(0.02, 0.08));
}
