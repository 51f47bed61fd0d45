import { Stream } from '../stream.ts';
import { branches, foliage, ground, sky, treeLine } from './nature.ts';
import type { Texture } from './texture.ts';
import { edges, facade, street } from './town.ts';

type Painter = (stream: Stream) => Texture;

// Repeats weight a kind: woods and house fronts stand behind most signs.
const painters: readonly [Painter, ...Painter[]] = [
  foliage,
  foliage,
  foliage,
  branches,
  branches,
  sky,
  treeLine,
  treeLine,
  ground,
  facade,
  facade,
  street,
  street,
  edges,
];

/** How many background textures there are. */
export const backgroundCount = painters.length * 4;

const backgroundPurpose = 0x0bac6000;
const painted = new Map<number, Texture>();

/** Background texture number 0…backgroundCount−1, painted at first use. */
export function backgroundTexture(number: number): Texture {
  let texture = painted.get(number);
  if (!texture) {
    const painter = painters[number % painters.length] ?? foliage;
    texture = painter(new Stream(number, backgroundPurpose));
    painted.set(number, texture);
  }
  return texture;
}
