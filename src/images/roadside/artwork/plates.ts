import type { Stream } from '../stream.ts';
import type { Artwork, Layer } from './artwork.ts';
import { box } from './shapes.ts';

/** A small plate below or above a sign: white or orange with black marks like print. */
export function plate(stream: Stream): Artwork {
  const halfHeight = stream.between(0.25, 0.6);
  const ground = stream.chance(0.7) ? 'white' : 'colour';
  const layers: Layer[] = [
    { paint: 'black', shape: box(-1, -halfHeight, 1, halfHeight, 0.05) },
    { paint: ground, shape: box(-0.96, -halfHeight + 0.04, 0.96, halfHeight - 0.04, 0.03) },
  ];
  const rows = halfHeight > 0.4 ? 2 : 1;
  for (let row = 0; row < rows; row += 1) {
    const y = rows === 1 ? 0 : (row - 0.5) * halfHeight;
    let x = -0.75;
    while (x < 0.7) {
      const width = stream.between(0.05, 0.16);
      const half = stream.between(0.08, 0.14);
      layers.push({ paint: 'black', shape: box(x, y - half, x + width, y + half) });
      x += width + stream.between(0.05, 0.12);
    }
  }
  const h = halfHeight;
  return { colour: 'orange', layers, hull: [-1, -h, 1, -h, 1, h, -1, h] };
}
