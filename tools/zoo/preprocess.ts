import { byteTables, convertBytes } from '../../src/engine/lane/byte-tables.ts';
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

const tables = byteTables(zooPreprocess);

/** The floats that {@link zooPreprocess} makes of bytes. */
export function normalise(bytes: Uint8Array): Float32Array {
  const floats = new Float32Array(bytes.length);
  convertBytes(tables, bytes, floats, 0);
  return floats;
}
