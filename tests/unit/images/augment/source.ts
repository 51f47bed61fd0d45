import { philox4x32 } from '../../../../src/core/philox.ts';
import { imageKeyOfIndex } from '../../../../src/core/random-keys.ts';
import type { SampleSource } from '../../../../src/images/augment/sample-maker.ts';

/** An image of random bytes, whose columns and rows can therefore be told apart. */
export function noisySource(
  height: number,
  width: number,
  changes: Partial<SampleSource> = {},
): SampleSource {
  const bytes = Uint8Array.from({ length: height * width * 3 }, (_, at) => {
    const [word] = philox4x32([at, 0, 0, 0], [3, 4]);
    return word >>> 24;
  });
  return { bytes, height, width, key: imageKeyOfIndex(17), mirrors: false, ...changes };
}

/** An image of one grey level. */
export function greySource(height: number, width: number, level: number): SampleSource {
  return { ...noisySource(height, width), bytes: new Uint8Array(height * width * 3).fill(level) };
}

/** row · width + column of the pixels that differ, from the first row on. */
export function differences(a: Uint8Array, b: Uint8Array): number[] {
  const positions: number[] = [];
  for (let pixel = 0; pixel * 3 < a.length; pixel += 1) {
    const differs = [0, 1, 2].some((channel) => a[pixel * 3 + channel] !== b[pixel * 3 + channel]);
    if (differs) positions.push(pixel);
  }
  return positions;
}
