import { smoothStep } from '../elementary.ts';
import { Stream } from '../stream.ts';
import { fractalNoise } from '../backgrounds/value-noise.ts';

const maskSize = 64;

/** How many smooth masks there are. */
export const maskCount = 12;

const maskPurpose = 0x3a5c0000;
const made = new Map<number, Float32Array>();

/** A blotchy mask, 64² values in 0…1: the shapes of leaf shadows and of dirt. */
export function blotchMask(number: number): Float32Array {
  let mask = made.get(number);
  if (!mask) {
    const stream = new Stream(number, maskPurpose);
    const seed = stream.word();
    const grain = stream.between(6, 16);
    const threshold = stream.between(0.42, 0.56);
    const softness = stream.between(0.03, 0.15);
    mask = new Float32Array(maskSize * maskSize);
    for (let i = 0; i < mask.length; i += 1) {
      const x = i % maskSize;
      const y = Math.floor(i / maskSize);
      const noise = fractalNoise(x / grain, y / grain, seed, 3);
      mask[i] = smoothStep(threshold - softness, threshold + softness, noise);
    }
    made.set(number, mask);
  }
  return mask;
}

/** Samples a mask bilinearly; coordinates repeat with the period of the mask, mirrored. */
export function sampleMask(mask: Float32Array, x: number, y: number): number {
  const period = 2 * (maskSize - 1);
  let tx = x - period * Math.floor(x / period);
  let ty = y - period * Math.floor(y / period);
  if (tx > maskSize - 1) tx = period - tx;
  if (ty > maskSize - 1) ty = period - ty;
  const column = Math.min(Math.floor(tx), maskSize - 2);
  const row = Math.min(Math.floor(ty), maskSize - 2);
  const fx = tx - column;
  const fy = ty - row;
  const at = row * maskSize + column;
  const upper = (mask[at] ?? 0) * (1 - fx) + (mask[at + 1] ?? 0) * fx;
  const lower = (mask[at + maskSize] ?? 0) * (1 - fx) + (mask[at + maskSize + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
