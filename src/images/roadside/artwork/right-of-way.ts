import type { Stream } from '../stream.ts';
import type { Artwork, Layer } from './artwork.ts';
import { letteringShapes } from './glyphs.ts';
import { grown, polygon, type Shape } from './shapes.ts';

// tan(22.5°): half the side of an octagon of inradius 1.
const octagonHalfSide = Math.sqrt(2) - 1;

function octagon(inradius: number): Shape {
  const diagonal = Math.sqrt(0.5);
  return (x, y) => {
    const ax = Math.abs(x);
    const ay = Math.abs(y);
    return Math.max(ax, ay, (ax + ay) * diagonal) - inradius;
  };
}

/** Stop (sign 206). */
export function stop(stream: Stream): Artwork {
  const layers: Layer[] = [
    { paint: 'white', shape: octagon(1) },
    { paint: 'colour', shape: octagon(1 - stream.between(0.035, 0.085)) },
  ];
  const width = stream.between(0.31, 0.36);
  const shapes = letteringShapes(['S', 'T', 'O', 'P'], {
    height: stream.between(0.56, 0.74),
    width,
    gap: stream.between(0.05, 0.09),
    halfStroke: stream.between(0.04, 0.058),
    centreX: stream.between(-0.02, 0.02),
    centreY: stream.between(-0.03, 0.03),
  });
  for (const shape of shapes) layers.push({ paint: 'white', shape });
  const h = octagonHalfSide;
  return {
    colour: 'red',
    layers,
    hull: [1, h, h, 1, -h, 1, -1, h, -1, -h, -h, -1, h, -1, 1, -h],
  };
}

/** A triangle of half width 1 with rounded corners; `up` is −1 with its tip up and 1 with it down. */
export function triangle(up: -1 | 1, inset: number, corner: number): Shape {
  const height = Math.sqrt(3);
  const inradius = height / 3;
  // Centred on the bounding box; the incentre lies a third of the height from the flat side.
  const scale = (inradius - inset - corner) / inradius;
  const incentreY = up * (inradius - height / 2);
  const flatY = incentreY - up * inradius * scale;
  const tipY = incentreY + up * (height - inradius) * scale;
  return grown(polygon([-scale, flatY, scale, flatY, 0, tipY]), corner);
}

export function triangleHull(up: -1 | 1): readonly number[] {
  const half = Math.sqrt(3) / 2;
  return [-0.96, -up * half, 0.96, -up * half, 0, up * half * 0.95];
}

/** The red-bordered triangle of a yield or warning sign. */
export function redTriangle(up: -1 | 1, stream: Stream): Layer[] {
  const edge = stream.pick([0, 0.02, 0.03, 0.045]);
  const border = edge + stream.between(0.125, 0.185);
  const corner = stream.between(0.04, 0.09);
  return [
    { paint: 'white', shape: triangle(up, 0, corner) },
    { paint: 'colour', shape: triangle(up, edge, corner) },
    { paint: 'white', shape: triangle(up, border, stream.between(0.005, 0.04)) },
  ];
}

/** Yield (sign 205): a triangle standing on its tip. */
export function yieldSign(stream: Stream): Artwork {
  return { colour: 'red', layers: redTriangle(1, stream), hull: triangleHull(1) };
}

function diamond(halfDiagonal: number, corner: number): Shape {
  const inner = halfDiagonal - corner * Math.sqrt(2);
  return grown(polygon([inner, 0, 0, inner, -inner, 0, 0, -inner]), corner);
}

/** Priority road (sign 306): a yellow square on its corner with a white border. */
export function priorityRoad(stream: Stream): Artwork {
  const layers: Layer[] = [];
  const corner = stream.between(0.05, 0.12);
  const edge = stream.pick([0.975, 0.96, 0.945, 0.93]);
  if (stream.chance(0.8)) layers.push({ paint: 'black', shape: diamond(1, corner) });
  layers.push({ paint: 'white', shape: diamond(edge, corner) });
  const yellow = stream.between(0.54, 0.66);
  if (stream.chance(0.75)) {
    layers.push({
      paint: 'black',
      shape: diamond(yellow + stream.between(0.02, 0.05), corner * 0.6),
    });
  }
  layers.push({ paint: 'colour', shape: diamond(yellow, corner * 0.5) });
  const tip = 0.96;
  return { colour: 'yellow', layers, hull: [tip, 0, 0, tip, -tip, 0, 0, -tip] };
}
