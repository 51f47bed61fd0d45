import { roadsideClasses } from '../classes.ts';
import { plateMaster, signMaster, variantCount } from '../catalogue.ts';
import { clamp } from '../elementary.ts';
import { sampleMaster, type Master } from '../master.ts';
import type { Stream } from '../stream.ts';
import { choosePaints, type Paints } from './paints.ts';

interface Neighbour {
  readonly master: Master;
  readonly paints: Paints;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Rod {
  readonly nx: number;
  readonly ny: number;
  readonly offset: number;
  readonly halfWidth: number;
  /** The rod exists only beyond this distance along its length. */
  readonly from: number;
  readonly colour: readonly number[];
}

/** What shares the post with a sign: the post, other signs or plates, and a twig in front. */
export interface Company {
  readonly post: Rod | null;
  readonly neighbours: readonly Neighbour[];
  readonly twigs: readonly Rod[];
}

function chooseNeighbour(side: -1 | 1, reach: number, stream: Stream): Neighbour {
  const isPlate = stream.chance(side < 0 ? 0.35 : 0.6);
  const variant = stream.below(variantCount);
  const master = isPlate
    ? plateMaster(variant)
    : signMaster(stream.below(roadsideClasses.length), variant);
  const scale = isPlate ? stream.between(0.5, 1) : stream.between(0.85, 1.15);
  const ys = master.artwork.hull.filter((_, i) => i % 2 === 1);
  const half = Math.max(...ys) * scale;
  return {
    master,
    paints: choosePaints(master.artwork.colour, stream),
    scale,
    x: stream.around(-0.12, 0.12),
    y: side * (reach + half + stream.between(0.02, 0.2)),
  };
}

function greyRod(stream: Stream): readonly number[] {
  const level = stream.between(0.05, 0.5);
  return [level, level, level * stream.between(0.9, 1.1)];
}

/** @param reach - half the height of the sign, in units of its half width. */
export function chooseCompany(reach: number, stream: Stream): Company {
  const neighbours: Neighbour[] = [];
  if (stream.chance(0.28)) neighbours.push(chooseNeighbour(-1, reach, stream));
  if (stream.chance(0.32)) neighbours.push(chooseNeighbour(1, reach, stream));
  const twigs: Rod[] = [];
  const twigCount = stream.chance(0.06) ? 1 + stream.below(2) : 0;
  for (let i = 0; i < twigCount; i += 1) {
    const nx = stream.between(-1, 1);
    const ny = stream.between(-1, 1);
    const length = Math.sqrt(nx * nx + ny * ny) + 0.01;
    const level = stream.between(0.01, 0.15);
    twigs.push({
      nx: nx / length,
      ny: ny / length,
      offset: stream.around(-1, 1),
      halfWidth: stream.between(0.015, 0.09),
      from: stream.between(-1, 0.6),
      colour: [level, level * 0.9, level * 0.7],
    });
  }
  const hasPost = stream.chance(0.75);
  return {
    post: hasPost
      ? {
          nx: 1,
          ny: 0,
          offset: stream.around(-0.08, 0.08),
          halfWidth: stream.between(0.05, 0.12),
          from: -Infinity,
          colour: greyRod(stream),
        }
      : null,
    neighbours,
    twigs,
  };
}

function paintRod(
  rod: Rod,
  x: number,
  y: number,
  light: number,
  sharpness: number,
  rgb: Float64Array,
): void {
  const aside = rod.nx * x + rod.ny * y - rod.offset;
  const cover = clamp(0.5 - (Math.abs(aside) - rod.halfWidth) * sharpness, 0, 1);
  if (cover === 0 || rod.ny * x - rod.nx * y < rod.from) return;
  // A round rod is darker towards one side.
  const shade = light * (1 - (0.4 * aside) / rod.halfWidth);
  for (let i = 0; i < 3; i += 1) {
    rgb[i] = (rgb[i] ?? 0) * (1 - cover) + (rod.colour[i] ?? 0) * shade * cover;
  }
}

const paint = new Float64Array(3);

/** Paints post, neighbours and plates over the backdrop at a point of the sign plane, in place. */
export function paintBehind(
  company: Company,
  x: number,
  y: number,
  level: number,
  light: number,
  sharpness: number,
  rgb: Float64Array,
): void {
  if (company.post) paintRod(company.post, x, y, light, sharpness, rgb);
  for (const { master, paints, scale, ...at } of company.neighbours) {
    const opacity = sampleMaster(master, (x - at.x) / scale, (y - at.y) / scale, level, paint);
    if (opacity > 0) layPaints(paints, paint, opacity, light, rgb);
  }
}

/** Paints what hangs in front of the sign, in place. */
export function paintInFront(
  company: Company,
  x: number,
  y: number,
  light: number,
  sharpness: number,
  rgb: Float64Array,
): void {
  for (const twig of company.twigs) paintRod(twig, x, y, light, sharpness, rgb);
}

/** Covers `rgb` with the three paints in the given amounts, in place. */
function layPaints(
  paints: Paints,
  amounts: Float64Array,
  opacity: number,
  light: number,
  rgb: Float64Array,
): void {
  const white = amounts[0] ?? 0;
  const colour = amounts[1] ?? 0;
  const black = amounts[2] ?? 0;
  for (let i = 0; i < 3; i += 1) {
    const reflected =
      white * (paints.white[i] ?? 0) +
      colour * (paints.colour[i] ?? 0) +
      black * (paints.black[i] ?? 0);
    rgb[i] = (rgb[i] ?? 0) * (1 - opacity) + light * reflected;
  }
}
