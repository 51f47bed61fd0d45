/** Odd constants with well-mixed bits. */
const [FIRST, SECOND] = [0x9e3779b1, 0x85ebca6b];

/**
 * Tells blocks of bytes apart: two sums of 32 bits over their words, each rotated and multiplied on
 * the way. It guards nothing against whoever makes blocks that look the same.
 */
export function blockHash(bytes: Uint8Array<ArrayBuffer>): string {
  let [one, two] = [FIRST ^ bytes.length, SECOND ^ bytes.length];
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    one = Math.imul(((one << 5) | (one >>> 27)) ^ word, FIRST);
    two = Math.imul(((two << 13) | (two >>> 19)) + word, SECOND);
  }
  for (let at = words.length * 4; at < bytes.length; at += 1) {
    one = Math.imul(one ^ (bytes[at] ?? 0), FIRST);
    two = Math.imul(two + (bytes[at] ?? 0), SECOND);
  }
  return `${(one >>> 0).toString(16)}.${(two >>> 0).toString(16)}`;
}
