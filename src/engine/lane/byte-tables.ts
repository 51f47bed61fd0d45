import type { Preprocess } from '../../protocol/spec.ts';

/** From bytes to network inputs: one table of 256 floats for each channel of the network. */
export interface ByteTables {
  /** Channel of the image (R, G, B) that feeds each channel of the network. */
  readonly sources: readonly [number, number, number];
  readonly tables: readonly [Float32Array, Float32Array, Float32Array];
  /** Equal for equal tables. */
  readonly key: string;
}

/**
 * Network input of a level in 0 … 255, whole or not: (low + level / 255 · (high − low) − mean) / std.
 * @param channel of the network
 */
export function inputOfLevel(
  { range: [low, high], mean, std }: Preprocess,
  level: number,
  channel: 0 | 1 | 2,
): number {
  return (low + (level / 255) * (high - low) - mean[channel]) / std[channel];
}

/** Tabulates {@link inputOfLevel} of each channel, in doubles rounded once to float32. */
export function byteTables(preprocess: Preprocess): ByteTables {
  const table = (channel: 0 | 1 | 2): Float32Array =>
    Float32Array.from({ length: 256 }, (_, byte) => inputOfLevel(preprocess, byte, channel));
  const { channels, range, mean, std } = preprocess;
  return {
    sources: channels === 'rgb' ? [0, 1, 2] : [2, 1, 0],
    tables: [table(0), table(1), table(2)],
    key: [channels, ...range, ...mean, ...std].join(' '),
  };
}

/** Converts one of the pixels of `bytes` to three floats of `target`. */
export function convertPixel(
  { sources, tables }: ByteTables,
  bytes: Uint8Array,
  pixel: number,
  target: Float32Array,
  offset: number,
): void {
  const at = pixel * 3;
  target[offset] = tables[0][bytes[at + sources[0]] ?? 0] ?? 0;
  target[offset + 1] = tables[1][bytes[at + sources[1]] ?? 0] ?? 0;
  target[offset + 2] = tables[2][bytes[at + sources[2]] ?? 0] ?? 0;
}

/** Converts R, G, B interleaved to as many floats of `target`. */
export function convertBytes(
  { sources, tables }: ByteTables,
  bytes: Uint8Array,
  target: Float32Array,
  offset: number,
): void {
  const [source0, source1, source2] = sources;
  const [table0, table1, table2] = tables;
  for (let at = 0; at < bytes.length; at += 3) {
    target[offset + at] = table0[bytes[at + source0] ?? 0] ?? 0;
    target[offset + at + 1] = table1[bytes[at + source1] ?? 0] ?? 0;
    target[offset + at + 2] = table2[bytes[at + source2] ?? 0] ?? 0;
  }
}
