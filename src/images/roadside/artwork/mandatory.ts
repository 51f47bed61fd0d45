import { rotationFromHalfTangent } from '../elementary.ts';
import type { Stream } from '../stream.ts';
import { discHull, type Artwork, type Layer } from './artwork.ts';
import { flattenPath, placePath, rotatePath, type Polyline } from './path.ts';
import { disc, polygon, stroke, type Shape } from './shapes.ts';

function blueDisc(stream: Stream): Layer[] {
  const layers: Layer[] = [{ paint: 'white', shape: disc(1) }];
  layers.push({ paint: 'colour', shape: disc(stream.pick([0.985, 0.965, 0.95, 0.93])) });
  return layers;
}

/** An arrowhead that points along (dx, dy), with its tip at the given point; `sweep` > 0 barbs it. */
function arrowhead(
  tipX: number,
  tipY: number,
  dx: number,
  dy: number,
  length: number,
  halfWidth: number,
  sweep: number,
): Shape {
  const local = [0, 0, -length - sweep, halfWidth, -length, 0, -length - sweep, -halfWidth];
  return polygon(placePath(rotatePath(local, dx, dy), 1, 1, tipX, tipY));
}

/** A head of two bars of constant width, the form on older signs. */
function chevron(
  tipX: number,
  tipY: number,
  dx: number,
  dy: number,
  length: number,
  halfWidth: number,
  halfStroke: number,
): Shape {
  const local = [-length, halfWidth, -halfStroke, 0, -length, -halfWidth];
  return stroke(placePath(rotatePath(local, dx, dy), 1, 1, tipX, tipY), halfStroke);
}

/** Turn left (sign 209-10). */
export function turnLeft(stream: Stream): Artwork {
  const layers = blueDisc(stream);
  const half = stream.between(0.085, 0.115);
  const stemX = stream.between(0.2, 0.34);
  const barY = stream.between(-0.32, -0.16);
  const bend = stream.between(0.15, 0.34);
  const bottom = stream.between(0.56, 0.7);
  const tip = stream.between(-0.72, -0.6);
  const k = 0.4477 * bend;
  const path = `M${stemX} ${bottom} L${stemX} ${barY + bend} C${stemX} ${barY + k} ${stemX - bend + k} ${barY} ${stemX - bend} ${barY} L${tip + 0.2} ${barY}`;
  layers.push({ paint: 'white', shape: stroke(flattenPath(path), half) });
  const head = stream.between(0.26, 0.36);
  const spread = stream.between(0.24, 0.34);
  const shape = stream.chance(0.45)
    ? chevron(tip, barY, -1, 0, head + 0.06, spread, half * 0.95)
    : arrowhead(tip, barY, -1, 0, head, spread, stream.between(0, 0.14));
  layers.push({ paint: 'white', shape });
  return { colour: 'blue', layers, hull: discHull };
}

/** Keep right (sign 222-20): an arrow down to the right. */
export function keepRight(stream: Stream): Artwork {
  const layers = blueDisc(stream);
  const half = stream.between(0.085, 0.12);
  const d = Math.sqrt(0.5);
  const tip = stream.between(0.62, 0.74);
  const tail = stream.between(0.52, 0.72);
  const line = [-tail * d, -tail * d, (tip - 0.2) * d, (tip - 0.2) * d];
  layers.push({ paint: 'white', shape: stroke(line, half) });
  const head = stream.between(0.3, 0.42);
  const spread = stream.between(0.28, 0.4);
  const shape = stream.chance(0.5)
    ? chevron(tip * d, tip * d, d, d, head + 0.08, spread + 0.04, half)
    : arrowhead(tip * d, tip * d, d, d, head, spread, stream.between(0, 0.14));
  layers.push({ paint: 'white', shape });
  return { colour: 'blue', layers, hull: discHull };
}

const thirdOfTurn = { cos: -0.5, sin: Math.sqrt(3) / 2 };

/** Roundabout (sign 215): three arrows that chase each other anticlockwise. */
export function roundabout(stream: Stream): Artwork {
  const layers = blueDisc(stream);
  const half = stream.between(0.06, 0.085);
  const radius = stream.between(0.5, 0.58);
  const head = stream.between(0.26, 0.34);
  const spread = stream.between(0.17, 0.23);
  // Anticlockwise on screen is a negative angle here, where y points down.
  const step = rotationFromHalfTangent(-stream.between(0.036, 0.046));
  const start = rotationFromHalfTangent(stream.between(-0.25, 0.25));
  const barbed = stream.between(0, 0.08);
  const old = stream.chance(0.4);
  let arc: Polyline = rotatePath([0, -radius], start.cos, start.sin);
  const points: number[] = [...arc];
  for (let i = 0; i < 15; i += 1) {
    arc = rotatePath(arc, step.cos, step.sin);
    points.push(...arc);
  }
  const endX = (points.at(-2) ?? 0) / radius;
  const endY = (points.at(-1) ?? 0) / radius;
  for (let arrow = 0; arrow < 3; arrow += 1) {
    let turnCos = 1;
    let turnSin = 0;
    for (let i = 0; i < arrow; i += 1) {
      const c = turnCos * thirdOfTurn.cos - turnSin * thirdOfTurn.sin;
      turnSin = turnCos * thirdOfTurn.sin + turnSin * thirdOfTurn.cos;
      turnCos = c;
    }
    const ux = endX * turnCos - endY * turnSin;
    const uy = endX * turnSin + endY * turnCos;
    // The tangent in the sense of travel, leaning inwards as the chord of the head does.
    const lean = head * 0.5;
    const length = Math.sqrt(1 + lean * lean);
    const dx = (uy - lean * ux) / length;
    const dy = (-ux - lean * uy) / length;
    const tipX = radius * ux + dx * head * 0.8;
    const tipY = radius * uy + dy * head * 0.8;
    layers.push({
      paint: 'white',
      shape: stroke(rotatePath(points, turnCos, turnSin), half),
    });
    layers.push({
      paint: 'white',
      shape: old
        ? chevron(tipX, tipY, dx, dy, head, spread + 0.02, half * 0.9)
        : arrowhead(tipX, tipY, dx, dy, head, spread, barbed),
    });
  }
  return { colour: 'blue', layers, hull: discHull };
}
