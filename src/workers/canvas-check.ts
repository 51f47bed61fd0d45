/** Bytes of every kind of colour, all opaque, which a canvas keeps as they are. */
function knownBytes(pixels: number): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(pixels * 4);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = at % 4 === 3 ? 255 : (at * 37 + (at >> 5) * 11) % 256;
  }
  return bytes;
}

const SIDE = 64;

/**
 * Whether a canvas gives back the bytes that were put on it. Protection against fingerprinting adds
 * noise to what a page reads, and pictures read so would not be those of the file.
 */
export function canvasIsFaithful(): boolean {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  const bytes = knownBytes(SIDE * SIDE);
  context.putImageData(new ImageData(bytes, SIDE, SIDE), 0, 0);
  const read = context.getImageData(0, 0, SIDE, SIDE).data;
  return read.every((byte, at) => byte === bytes[at]);
}
