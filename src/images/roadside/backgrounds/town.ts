import type { Stream } from '../stream.ts';
import {
  band,
  overlay,
  rectangle,
  scaleColour,
  textureFrom,
  textureSize,
  type Colour,
  type Texture,
} from './texture.ts';
import { fractalNoise } from './value-noise.ts';

const wallColours: readonly [Colour, ...Colour[]] = [
  [0.8, 0.78, 0.7],
  [0.65, 0.5, 0.35],
  [0.45, 0.2, 0.12],
  [0.35, 0.33, 0.32],
  [0.75, 0.65, 0.4],
  [0.5, 0.55, 0.6],
  [0.95, 0.95, 0.95],
  [0.2, 0.16, 0.13],
];

function plaster(colour: Colour, stream: Stream): Texture {
  const seed = stream.word();
  const tilt = stream.between(-0.4, 0.4);
  return textureFrom((x, y) =>
    scaleColour(
      colour,
      (0.75 + 0.5 * fractalNoise(x / 14, y / 14, seed, 3)) * (1 + tilt * (x / textureSize - 0.5)),
    ),
  );
}

/** A house front: a wall with rows of windows, frames and a cornice. */
export function facade(stream: Stream): Texture {
  const wall = stream.pick(wallColours);
  const texture = plaster(wall, stream);
  const pitchX = stream.between(18, 44);
  const pitchY = stream.between(22, 50);
  const width = pitchX * stream.between(0.35, 0.65);
  const height = pitchY * stream.between(0.4, 0.7);
  const startX = stream.between(-pitchX, 0);
  const startY = stream.between(-pitchY, 0);
  const frame = stream.chance(0.7) ? stream.between(1, 3) : 0;
  const frameColour: Colour = stream.chance(0.7) ? [0.9, 0.9, 0.88] : [0.15, 0.1, 0.08];
  for (let top = startY; top < textureSize; top += pitchY) {
    for (let left = startX; left < textureSize; left += pitchX) {
      const glass = stream.chance(0.2) ? stream.between(0.4, 0.9) : stream.between(0.01, 0.15);
      const right = left + width;
      const bottom = top + height;
      if (frame > 0) {
        overlay(
          texture,
          frameColour,
          rectangle(left - frame, top - frame, right + frame, bottom + frame),
        );
      }
      overlay(texture, [glass * 0.9, glass, glass * 1.1], rectangle(left, top, right, bottom));
      if (frame > 0) {
        const middle = (left + right) / 2;
        overlay(texture, frameColour, band(middle, top, middle, bottom, frame / 3));
      }
    }
  }
  return texture;
}

/** A street out of focus: overlapping blocks of many tones, some strongly coloured. */
export function street(stream: Stream): Texture {
  const texture = plaster(stream.pick(wallColours), stream);
  const count = 14 + stream.below(24);
  for (let i = 0; i < count; i += 1) {
    const left = stream.between(-20, textureSize);
    const top = stream.between(-20, textureSize);
    const tone = stream.unit();
    const level = 0.01 + tone * tone;
    const colour: Colour = stream.chance(0.25)
      ? [level * stream.unit() * 1.6, level * stream.unit(), level * stream.unit() * 1.6]
      : [level * 1.03, level, level * 0.97];
    overlay(
      texture,
      colour,
      rectangle(left, top, left + stream.between(3, 40), top + stream.between(3, 50)),
      stream.between(0.5, 1),
    );
  }
  return texture;
}

/** Roof edges, cables, rails and lamp posts: strong slanted edges between flat areas. */
export function edges(stream: Stream): Texture {
  const texture = plaster(stream.chance(0.5) ? [1, 1, 1] : stream.pick(wallColours), stream);
  const count = 3 + stream.below(8);
  for (let i = 0; i < count; i += 1) {
    const colour = scaleColour(stream.pick(wallColours), stream.between(0.05, 1));
    const ax = stream.between(-20, textureSize + 20);
    const ay = stream.between(-20, textureSize + 20);
    const upright = stream.chance(0.4);
    const bx = upright ? ax + stream.between(-6, 6) : stream.between(-20, textureSize + 20);
    const by = upright ? ay - 120 : stream.between(-20, textureSize + 20);
    overlay(
      texture,
      colour,
      band(ax, ay, bx, by, stream.chance(0.3) ? stream.between(8, 30) : stream.between(0.4, 5)),
    );
  }
  return texture;
}
