import type { Polyline } from './path.ts';

/**
 * Signed distance from a point to the outline of a shape, negative inside. The unit is the half
 * width of the sign; x points right and y down. Far away it may underestimate the distance.
 */
export type Shape = (x: number, y: number) => number;

export function disc(radius: number, centreX = 0, centreY = 0): Shape {
  return (x, y) => {
    const dx = x - centreX;
    const dy = y - centreY;
    return Math.sqrt(dx * dx + dy * dy) - radius;
  };
}

export function box(left: number, top: number, right: number, bottom: number, radius = 0): Shape {
  const centreX = (left + right) / 2;
  const centreY = (top + bottom) / 2;
  const halfWidth = (right - left) / 2 - radius;
  const halfHeight = (bottom - top) / 2 - radius;
  return (x, y) => {
    const dx = Math.abs(x - centreX) - halfWidth;
    const dy = Math.abs(y - centreY) - halfHeight;
    const outX = dx > 0 ? dx : 0;
    const outY = dy > 0 ? dy : 0;
    const inside = dx > dy ? dx : dy;
    return Math.sqrt(outX * outX + outY * outY) + (inside < 0 ? inside : 0) - radius;
  };
}

/** The shape grown by a margin, which rounds its outer corners; a negative margin shrinks it. */
export function grown(shape: Shape, margin: number): Shape {
  return (x, y) => shape(x, y) - margin;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boundsOf(line: Polyline): Bounds {
  const xs = line.filter((_, i) => i % 2 === 0);
  const ys = line.filter((_, i) => i % 2 === 1);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function distanceToBounds(bounds: Bounds, x: number, y: number): number {
  const dx = Math.max(bounds.left - x, x - bounds.right);
  const dy = Math.max(bounds.top - y, y - bounds.bottom);
  return Math.max(dx, dy);
}

// Beyond this distance coverage is zero at every resolution in use, so the exact value is idle.
const nearby = 0.1;

/** The inside of a closed polygon (even-odd rule). */
export function polygon(line: Polyline): Shape {
  const bounds = boundsOf(line);
  const count = line.length;
  return (x, y) => {
    const away = distanceToBounds(bounds, x, y);
    if (away > nearby) return away;
    let nearest = Infinity;
    let inside = false;
    for (let i = 0; i < count; i += 2) {
      const ax = line[i] ?? 0;
      const ay = line[i + 1] ?? 0;
      const bx = line[(i + 2) % count] ?? 0;
      const by = line[(i + 3) % count] ?? 0;
      const square = squaredDistanceToSegment(x, y, ax, ay, bx, by);
      if (square < nearest) nearest = square;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    const distance = Math.sqrt(nearest);
    return inside ? -distance : distance;
  };
}

/** A line of constant width with round joints and ends cut square. */
export function stroke(line: Polyline, halfWidth: number): Shape {
  const bounds = boundsOf(line);
  const last = line.length - 4;
  return (x, y) => {
    const away = distanceToBounds(bounds, x, y) - halfWidth;
    if (away > nearby) return away;
    let nearest = Infinity;
    for (let i = 0; i <= last; i += 2) {
      const ax = line[i] ?? 0;
      const ay = line[i + 1] ?? 0;
      const bx = line[i + 2] ?? 0;
      const by = line[i + 3] ?? 0;
      const dx = bx - ax;
      const dy = by - ay;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (length === 0) continue;
      const along = ((x - ax) * dx + (y - ay) * dy) / length;
      const aside = Math.abs((x - ax) * dy - (y - ay) * dx) / length - halfWidth;
      let distance: number;
      if (along < 0 && i === 0) distance = Math.max(-along, aside);
      else if (along > length && i === last) distance = Math.max(along - length, aside);
      else distance = Math.sqrt(squaredDistanceToSegment(x, y, ax, ay, bx, by)) - halfWidth;
      if (distance < nearest) nearest = distance;
    }
    return nearest;
  };
}

function squaredDistanceToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  let t = length > 0 ? ((x - ax) * dx + (y - ay) * dy) / length : 0;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const ex = x - ax - t * dx;
  const ey = y - ay - t * dy;
  return ex * ex + ey * ey;
}
