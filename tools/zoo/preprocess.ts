import type { Preprocess } from '../../src/protocol/spec.ts';

/** What every bundled network expects: bytes 0…255 as −1…1. */
export const zooPreprocess: Preprocess = {
  size: [64, 64],
  resize: 'exact',
  crop: 'center',
  filter: 'bilinear',
  channels: 'rgb',
  range: [0, 1],
  mean: [0.5, 0.5, 0.5],
  std: [0.5, 0.5, 0.5],
};

const table = Float32Array.from({ length: 256 }, (_, byte) => byte / 127.5 - 1);

/** The floats that {@link zooPreprocess} makes of bytes. */
export function normalise(bytes: Uint8Array): Float32Array {
  const floats = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) floats[at] = table[bytes[at] ?? 0] ?? 0;
  return floats;
}
