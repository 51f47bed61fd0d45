import { philox4x32Into } from './philox.ts';
import { checkPixelValue, type PixelValue } from './pixel-value.ts';
import { seedKey, type ImageKey } from './random-keys.ts';
import type { Rect } from './region.ts';

/** Everything that a draw depends on; nothing else (model, batch, order) can influence it. */
export interface PixelDraw {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  readonly imageKey: ImageKey;
  /** Number of the draw, uint32. */
  readonly draw: number;
  /** Number of distinct pixels, 0 … area of the region. */
  readonly count: number;
  readonly value: PixelValue;
  /** Image height in pixels. */
  readonly height: number;
  /** Image width in pixels. */
  readonly width: number;
  readonly region: Rect;
}

/** The pixels drawn for one image, in the order of the draw. */
export interface PixelChanges {
  readonly value: PixelValue;
  /** row · width + column of each pixel; all distinct. */
  readonly positions: Uint32Array;
  /** Three a pixel (R, G, B): new bytes for `replace`, signed offsets for `offset`. */
  readonly amounts: Int16Array;
}

const TWO_32 = 4294967296;
const MAX_WORD = TWO_32 - 1;

// Reused between calls: a sweep draws for every image of every cell. All entries of `taken` are 0
// between calls.
let taken = new Uint8Array(0);
const place = new Uint32Array(4);
const rest = new Uint32Array(4);

function checkDraw({ draw, count, value, height, width, region }: PixelDraw): void {
  checkPixelValue(value);
  if (!Number.isInteger(draw) || draw < 0 || draw > MAX_WORD) {
    throw new RangeError(`draw must be an integer from 0 to 2^32 - 1, got ${draw}`);
  }
  if (
    region.top < 0 ||
    region.left < 0 ||
    region.top + region.height > height ||
    region.left + region.width > width
  ) {
    throw new RangeError(
      `region ${region.height}x${region.width} at (${region.top}, ${region.left}) ` +
        `leaves the ${height}x${width} image`,
    );
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`count must be an integer of at least 0, got ${count}`);
  }
  const area = region.height * region.width;
  if (count > area) {
    throw new RangeError(
      `count ${count} is more than the ${area} pixels of the ${region.height}x${region.width} region`,
    );
  }
}

/**
 * Draws into caller-owned arrays: the first `count` entries of `positions` and the first
 * 3 · `count` of `amounts` are overwritten.
 *
 * Candidate number i uses two Philox blocks with the counter (image key low, image key high,
 * draw, 2i + block): block 0 gives row, column, first and second channel, block 1 the third.
 * A candidate whose pixel is taken is skipped with its values. Expected cost for n of A pixels:
 * A · (H(A) − H(A − n)) candidates (H harmonic numbers), so about n while n ≪ A and A · ln A for
 * the whole region (37,000 for 64×64).
 *
 * @throws RangeError if the draw asks for more pixels than the region holds, or is out of range
 */
export function drawPixelChangesInto(
  options: PixelDraw,
  positions: Uint32Array,
  amounts: Int16Array,
): void {
  checkDraw(options);
  const { seed, imageKey, draw, count, value, height, width, region } = options;
  const [key0, key1] = seedKey(seed);
  const [image0, image1] = imageKey;
  const base = value.kind === 'replace' ? 0 : -value.magnitude;
  const levels = value.kind === 'replace' ? 256 : 2 * value.magnitude + 1;
  if (taken.length < height * width) taken = new Uint8Array(height * width);
  let found = 0;
  for (let candidate = 0; found < count; candidate += 1) {
    philox4x32Into(image0, image1, draw, candidate * 2, key0, key1, place);
    const row = region.top + Math.floor(((place[0] ?? 0) * region.height) / TWO_32);
    const column = region.left + Math.floor(((place[1] ?? 0) * region.width) / TWO_32);
    const position = row * width + column;
    if (taken[position] === 1) continue;
    taken[position] = 1;
    philox4x32Into(image0, image1, draw, candidate * 2 + 1, key0, key1, rest);
    positions[found] = position;
    amounts[found * 3] = base + Math.floor(((place[2] ?? 0) * levels) / TWO_32);
    amounts[found * 3 + 1] = base + Math.floor(((place[3] ?? 0) * levels) / TWO_32);
    amounts[found * 3 + 2] = base + Math.floor(((rest[0] ?? 0) * levels) / TWO_32);
    found += 1;
  }
  for (let index = 0; index < count; index += 1) taken[positions[index] ?? 0] = 0;
}

/**
 * The pixels and values drawn for one image (the paper's algorithm with parameters Num, R, P;
 * Zhang & Cai 2021). See {@link drawPixelChangesInto} for the generator's layout.
 * @throws RangeError if the draw asks for more pixels than the region holds, or is out of range
 */
export function drawPixelChanges(options: PixelDraw): PixelChanges {
  checkDraw(options);
  const positions = new Uint32Array(options.count);
  const amounts = new Int16Array(options.count * 3);
  drawPixelChangesInto(options, positions, amounts);
  return { value: options.value, positions, amounts };
}
