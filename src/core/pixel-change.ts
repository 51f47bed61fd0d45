import {
  drawPixelChanges,
  drawPixelChangesInto,
  type PixelChanges,
  type PixelDraw,
} from './pixel-draw.ts';

/** One changed pixel, for display: the three bytes (R, G, B) before and after. */
export interface ChangedPixel {
  readonly row: number;
  readonly column: number;
  readonly before: readonly [number, number, number];
  readonly after: readonly [number, number, number];
}

let scratchPositions = new Uint32Array(0);
let scratchAmounts = new Int16Array(0);

function applyInPlace(
  bytes: Uint8Array,
  replace: boolean,
  count: number,
  positions: Uint32Array,
  amounts: Int16Array,
): number {
  let sumAbsDelta = 0;
  for (let pixel = 0; pixel < count; pixel += 1) {
    const offset = (positions[pixel] ?? 0) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const before = bytes[offset + channel] ?? 0;
      const amount = amounts[pixel * 3 + channel] ?? 0;
      const after = replace ? amount : Math.min(255, Math.max(0, before + amount));
      bytes[offset + channel] = after;
      sumAbsDelta += Math.abs(after - before);
    }
  }
  return sumAbsDelta;
}

/**
 * Applies drawn changes to H×W×3 bytes in place; offsets are clipped to 0…255.
 * @returns the sum of |after − before| over the 3 · count changed channels, in byte units
 */
export function applyPixelChange(bytes: Uint8Array, changes: PixelChanges): number {
  const { value, positions, amounts } = changes;
  return applyInPlace(bytes, value.kind === 'replace', positions.length, positions, amounts);
}

function checkBytes(name: string, bytes: Uint8Array, { height, width }: PixelDraw): void {
  if (bytes.length !== height * width * 3) {
    throw new RangeError(
      `${name} must hold ${height}x${width}x3 = ${height * width * 3} bytes, got ${bytes.length}`,
    );
  }
}

/**
 * Copies an image and changes `count` random pixels of the copy.
 * @param source H×W×3 bytes, left as they are
 * @param target H×W×3 bytes to write, for example one image of a batch
 * @returns the sum of |after − before| over the 3 · count changed channels, in byte units
 * @throws RangeError if a buffer has the wrong length or the draw is out of range
 */
export function changePixels(source: Uint8Array, target: Uint8Array, options: PixelDraw): number {
  checkBytes('source', source, options);
  checkBytes('target', target, options);
  const { count, value } = options;
  if (scratchPositions.length < count) {
    scratchPositions = new Uint32Array(count);
    scratchAmounts = new Int16Array(count * 3);
  }
  drawPixelChangesInto(options, scratchPositions, scratchAmounts);
  target.set(source);
  return applyInPlace(target, value.kind === 'replace', count, scratchPositions, scratchAmounts);
}

/**
 * The pixels that {@link changePixels} would change, in the order of the draw.
 * @throws RangeError if the buffer has the wrong length or the draw is out of range
 */
export function changedPixels(source: Uint8Array, options: PixelDraw): ChangedPixel[] {
  checkBytes('source', source, options);
  const changes = drawPixelChanges(options);
  const changed = source.slice();
  applyPixelChange(changed, changes);
  const at = (bytes: Uint8Array, position: number): [number, number, number] => [
    bytes[position * 3] ?? 0,
    bytes[position * 3 + 1] ?? 0,
    bytes[position * 3 + 2] ?? 0,
  ];
  return Array.from(changes.positions, (position) => ({
    row: Math.floor(position / options.width),
    column: position % options.width,
    before: at(source, position),
    after: at(changed, position),
  }));
}
