import { clamp, smoothStep } from '../elementary.ts';
import type { Stream } from '../stream.ts';
import {
  band,
  mixColours,
  overlay,
  scaleColour,
  textureFrom,
  textureSize,
  type Colour,
  type Texture,
} from './texture.ts';
import { fractalNoise } from './value-noise.ts';

const leafColours: readonly [Colour, ...Colour[]] = [
  [0.1, 0.2, 0.05],
  [0.2, 0.28, 0.08],
  [0.05, 0.09, 0.04],
  [0.45, 0.3, 0.06],
  [0.38, 0.2, 0.05],
  [0.22, 0.18, 0.1],
  [0.12, 0.12, 0.09],
];

const skyColours: readonly [Colour, ...Colour[]] = [
  [1, 1, 1],
  [0.8, 0.9, 1],
  [0.5, 0.7, 1],
  [0.25, 0.45, 0.9],
  [0.6, 0.62, 0.66],
  [0.9, 0.85, 0.75],
];

/** Leaves in clumps with deep gaps and, now and then, sky between them. */
export function foliage(stream: Stream): Texture {
  const seed = stream.word();
  const leaf = stream.pick(leafColours);
  const other = stream.pick(leafColours);
  const between = stream.pick(skyColours);
  const clump = stream.between(5, 14);
  const gaps = stream.chance(0.5) ? stream.between(0.58, 0.75) : 2;
  return textureFrom((x, y) => {
    const bulk = fractalNoise(x / clump, y / clump, seed, 3);
    const grain = fractalNoise(x / 4, y / 4, seed + 101, 2);
    const lit = clamp((bulk * 0.5 + grain * 0.5 - 0.25) * 2.2, 0, 1.3);
    const hue = fractalNoise(x / 20, y / 20, seed + 202, 2);
    const colour = scaleColour(mixColours(leaf, other, smoothStep(0.3, 0.7, hue)), lit * lit * 2);
    const hole = fractalNoise(x / 6, y / 6, seed + 303, 2);
    return mixColours(colour, between, smoothStep(gaps, gaps + 0.06, hole));
  });
}

/** Bare twigs and trunks against sky or a dark wood. */
export function branches(stream: Stream): Texture {
  const seed = stream.word();
  const behind = stream.chance(0.7) ? stream.pick(skyColours) : stream.pick(leafColours);
  const texture = textureFrom((x, y) =>
    scaleColour(behind, 0.6 + 0.8 * fractalNoise(x / 16, y / 16, seed, 3)),
  );
  const count = 10 + stream.below(26);
  for (let i = 0; i < count; i += 1) {
    const x = stream.between(-10, textureSize + 10);
    const y = stream.between(-10, textureSize + 10);
    const lean = stream.between(-30, 30);
    const length = stream.between(20, 120);
    const shade = stream.between(0.01, 0.12);
    const thickness = stream.chance(0.15) ? stream.between(2, 7) : stream.between(0.3, 1.2);
    overlay(
      texture,
      [shade, shade * 0.85, shade * 0.65],
      band(x, y, x + lean, y - length, thickness),
    );
  }
  return texture;
}

/** Sky from pale at the bottom to deeper at the top, with faint clouds. */
export function sky(stream: Stream): Texture {
  const seed = stream.word();
  const high = stream.pick(skyColours);
  const low = mixColours(high, [1, 1, 1], stream.unit());
  const cloud = stream.between(0, 0.4);
  return textureFrom((x, y) => {
    const haze = fractalNoise(x / 30, y / 18, seed, 3);
    return mixColours(
      mixColours(high, low, y / textureSize),
      [1, 1, 1],
      cloud * smoothStep(0.4, 0.8, haze),
    );
  });
}

/** A ragged line of trees or hills under the sky. */
export function treeLine(stream: Stream): Texture {
  const seed = stream.word();
  const above = stream.pick(skyColours);
  const leaf = stream.pick(leafColours);
  const horizon = stream.between(20, 75);
  const rough = stream.between(4, 40);
  return textureFrom((x, y) => {
    const edge = horizon + rough * (fractalNoise(x / 9, 0, seed, 4) - 0.5);
    const lit = fractalNoise(x / 3, y / 3, seed + 11, 3);
    const trees = scaleColour(leaf, 0.1 + 2.4 * lit * lit);
    return mixColours(above, trees, smoothStep(edge - 1, edge + 1, y));
  });
}

/** Asphalt, gravel or plaster: fine grain over slow shading. */
export function ground(stream: Stream): Texture {
  const seed = stream.word();
  const warm = stream.between(-0.15, 0.3);
  const level = stream.between(0.06, 0.6);
  const grain = stream.between(0.05, 0.6);
  return textureFrom((x, y) => {
    const slow = fractalNoise(x / 30, y / 30, seed, 2);
    const fine = fractalNoise(x / 1.7, y / 1.7, seed + 5, 2);
    const value = level * (0.5 + slow) * (1 + grain * (fine - 0.5));
    return [value * (1 + warm), value, value * (1 - warm)];
  });
}
