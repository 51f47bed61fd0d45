import type { Stream } from '../stream.ts';
import { discHull, type Artwork, type Layer } from './artwork.ts';
import { letteringShapes } from './glyphs.ts';
import { flattenPath, placePath } from './path.ts';
import { box, disc, polygon } from './shapes.ts';

function ring(stream: Stream): Layer[] {
  const edge = stream.pick([0.985, 0.97, 0.955, 0.94]);
  const outer: Layer = {
    paint: stream.chance(0.85) ? 'white' : 'black',
    shape: disc(1),
  };
  return [
    outer,
    { paint: 'colour', shape: disc(edge) },
    { paint: 'white', shape: disc(edge - stream.between(0.17, 0.235)) },
  ];
}

/** A speed limit of two digits (sign 274). */
export function speedLimit(tens: '3' | '5' | '8', stream: Stream): Artwork {
  const layers = ring(stream);
  const glyph = tens === '3' && stream.chance(0.6) ? 'round 3' : tens;
  const width = stream.between(0.42, 0.54);
  const shapes = letteringShapes([glyph, '0'], {
    height: stream.between(0.74, 0.94),
    width,
    gap: stream.between(0.06, 0.14),
    halfStroke: stream.between(0.052, 0.076),
    centreX: stream.between(-0.02, 0.02),
    centreY: stream.between(-0.02, 0.02),
  });
  for (const shape of shapes) layers.push({ paint: 'black', shape });
  return { colour: 'red', layers, hull: discHull };
}

const carOutline =
  'M-0.98 0.05 L-0.92 -0.12 C-0.88 -0.2 -0.82 -0.22 -0.72 -0.23 L-0.5 -0.62 C-0.46 -0.7 -0.4 -0.72 -0.3 -0.72 L0.3 -0.72 C0.4 -0.72 0.46 -0.7 0.5 -0.62 L0.72 -0.23 C0.82 -0.22 0.88 -0.2 0.92 -0.12 L0.98 0.05 L0.98 0.45 L0.9 0.45 L0.9 0.72 L0.52 0.72 L0.52 0.45 L-0.52 0.45 L-0.52 0.72 L-0.9 0.72 L-0.9 0.45 L-0.98 0.45';
const carWindow = 'M-0.5 -0.22 L-0.34 -0.55 L0.34 -0.55 L0.5 -0.22';

/** No overtaking (sign 276): a red car to the left of a black one, seen from behind. */
export function noOvertaking(stream: Stream): Artwork {
  const layers = ring(stream);
  const halfWidth = stream.between(0.27, 0.33);
  const halfHeight = stream.between(0.24, 0.34);
  const apart = stream.between(0.32, 0.36);
  const centreY = stream.between(-0.03, 0.05);
  const solid = stream.chance(0.35);
  const pane = stream.between(0.8, 1.15);
  for (const side of [-1, 1]) {
    const x = side * apart;
    layers.push({
      paint: side < 0 ? 'colour' : 'black',
      shape: polygon(placePath(flattenPath(carOutline), halfWidth, halfHeight, x, centreY)),
    });
    if (solid && side > 0) continue;
    layers.push({
      paint: 'white',
      shape: polygon(
        placePath(flattenPath(carWindow), halfWidth * pane, halfHeight * pane, x, centreY),
      ),
    });
  }
  return { colour: 'red', layers, hull: discHull };
}

/** No entry (sign 267): a white bar on a red disc. */
export function noEntry(stream: Stream): Artwork {
  const halfBar = stream.between(0.68, 0.82);
  const halfHeight = stream.between(0.13, 0.185);
  return {
    colour: 'red',
    layers: [
      { paint: 'white', shape: disc(1) },
      { paint: 'colour', shape: disc(stream.pick([0.985, 0.965, 0.945, 0.93])) },
      { paint: 'white', shape: box(-halfBar, -halfHeight, halfBar, halfHeight) },
    ],
    hull: discHull,
  };
}
