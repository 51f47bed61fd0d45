import type { Stream } from '../stream.ts';
import type { Artwork, Layer } from './artwork.ts';
import { flattenPath, placePath } from './path.ts';
import { redTriangle, triangleHull } from './right-of-way.ts';
import { disc, polygon, stroke } from './shapes.ts';

interface Figure {
  readonly torso: string;
  readonly limbs: readonly string[];
}

// Walkers in a box of x −1…1 and y −1…1; the head is a disc at the top.
const figures: readonly [Figure, ...Figure[]] = [
  {
    torso: 'M-0.28 -0.62 L0.26 -0.62 L0.3 0.12 L-0.24 0.14',
    limbs: [
      'M0.12 0.05 L0.3 0.5 L0.72 0.98',
      'M-0.06 0.05 L-0.2 0.52 L-0.66 0.98',
      'M-0.2 -0.5 L-0.5 -0.12 L-0.66 0.2',
      'M0.2 -0.5 L0.46 -0.14 L0.72 0.1',
    ],
  },
  {
    torso: 'M-0.22 -0.64 L0.3 -0.6 L0.22 0.16 L-0.26 0.12',
    limbs: [
      'M0.04 0.05 L0.34 0.42 L0.5 0.98',
      'M-0.08 0.05 L-0.3 0.5 L-0.8 0.9',
      'M-0.14 -0.52 L-0.56 -0.24 L-0.74 0.04',
      'M0.22 -0.5 L0.54 -0.2 L0.5 0.12',
    ],
  },
  {
    torso: 'M-0.32 -0.6 L0.24 -0.64 L0.24 0.14 L-0.2 0.16',
    limbs: [
      'M0.1 0.06 L0.4 0.5 L0.84 0.9',
      'M-0.04 0.06 L-0.16 0.5 L-0.42 0.98',
      'M-0.22 -0.5 L-0.44 -0.1 L-0.4 0.18',
      'M0.16 -0.5 L0.5 -0.2 L0.82 -0.02',
    ],
  },
];

/** Pedestrians (sign 133): a walking figure in a warning triangle. */
export function pedestrians(stream: Stream): Artwork {
  const layers: Layer[] = redTriangle(-1, stream);
  const figure = stream.pick(figures);
  const height = stream.between(0.42, 0.52);
  const facing = stream.chance(0.5) ? -1 : 1;
  const width = facing * height * stream.between(0.5, 0.68);
  const centreX = stream.between(-0.03, 0.03);
  const centreY = stream.between(0.16, 0.26);
  const limb = stream.between(0.05, 0.07);
  layers.push({
    paint: 'black',
    shape: polygon(placePath(flattenPath(figure.torso), width, height, centreX, centreY)),
  });
  for (const data of figure.limbs) {
    const line = placePath(flattenPath(data), width, height, centreX, centreY);
    layers.push({ paint: 'black', shape: stroke(line, limb) });
  }
  const head = stream.between(0.075, 0.1);
  layers.push({
    paint: 'black',
    shape: disc(head, centreX + 0.03 * facing, centreY - height + head * 0.7),
  });
  return { colour: 'red', layers, hull: triangleHull(-1) };
}
