import { mixBits } from '../stream.ts';

function lattice(column: number, row: number, seed: number): number {
  return mixBits(Math.imul(column, 0x27d4eb2d) ^ mixBits(row ^ seed)) / 4294967296;
}

/** Smooth noise in 0…1: random values at integer points, joined by cubics. */
export function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const tx = x - column;
  const ty = y - row;
  const fx = tx * tx * (3 - 2 * tx);
  const fy = ty * ty * (3 - 2 * ty);
  const a = lattice(column, row, seed);
  const b = lattice(column + 1, row, seed);
  const c = lattice(column, row + 1, seed);
  const d = lattice(column + 1, row + 1, seed);
  return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
}

/** A sum of octaves of smooth noise, each half as strong and twice as fine, in 0…1. */
export function fractalNoise(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * valueNoise(x * scale, y * scale, seed + octave * 7919);
    total += weight;
    weight *= 0.5;
    scale *= 2;
  }
  return sum / total;
}
