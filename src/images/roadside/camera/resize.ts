import type { Picture } from '../picture.ts';

/** Enlarges (or keeps) a picture bilinearly, pixel centres aligned, and rounds 0…1 to bytes. */
export function resizeToBytes(picture: Picture, target: number): Uint8Array {
  const { size, data } = picture;
  const bytes = new Uint8Array(target * target * 3);
  const scale = size / target;
  const last = size - 1;
  let at = 0;
  for (let row = 0; row < target; row += 1) {
    const y = Math.min(Math.max((row + 0.5) * scale - 0.5, 0), last);
    const top = Math.floor(y);
    const fy = y - top;
    const upper = top * size;
    const lower = Math.min(top + 1, last) * size;
    for (let column = 0; column < target; column += 1) {
      const x = Math.min(Math.max((column + 0.5) * scale - 0.5, 0), last);
      const left = Math.floor(x);
      const fx = x - left;
      const right = Math.min(left + 1, last);
      for (let i = 0; i < 3; i += 1) {
        const a = (data[(upper + left) * 3 + i] ?? 0) * (1 - fx);
        const b = (data[(upper + right) * 3 + i] ?? 0) * fx;
        const c = (data[(lower + left) * 3 + i] ?? 0) * (1 - fx);
        const d = (data[(lower + right) * 3 + i] ?? 0) * fx;
        const value = Math.floor(((a + b) * (1 - fy) + (c + d) * fy) * 255 + 0.5);
        bytes[at] = value < 0 ? 0 : value > 255 ? 255 : value;
        at += 1;
      }
    }
  }
  return bytes;
}
