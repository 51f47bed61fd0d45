/** A flattened curve: x and y of its points in turn. */
export type Polyline = readonly number[];

const curveSteps = 8;

/**
 * Flattens path data of absolute `M`, `L` and `C` commands (the syntax of SVG paths, one space or
 * comma between numbers) to a polyline. Cubic curves become eight chords.
 *
 * @throws Error on any other command.
 */
export function flattenPath(data: string): Polyline {
  const points: number[] = [];
  for (const part of data.match(/[A-Za-z][^A-Za-z]*/g) ?? []) {
    const values = part
      .slice(1)
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const command = part[0];
    if (command === 'M' || command === 'L') points.push(...values);
    else if (command === 'C') appendCubics(points, values);
    else throw new Error(`path command ${command} is not supported: use M, L or C`);
  }
  return points;
}

function appendCubics(points: number[], values: readonly number[]): void {
  for (let start = 0; start + 5 < values.length; start += 6) {
    const x0 = points.at(-2) ?? 0;
    const y0 = points.at(-1) ?? 0;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = values.slice(start, start + 6);
    for (let step = 1; step <= curveSteps; step += 1) {
      const t = step / curveSteps;
      const s = 1 - t;
      const a = s * s * s;
      const b = 3 * s * s * t;
      const c = 3 * s * t * t;
      const d = t * t * t;
      points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
  }
}

/** Scales the points of a polyline about the origin, then shifts them. */
export function placePath(
  line: Polyline,
  scaleX: number,
  scaleY: number,
  shiftX: number,
  shiftY: number,
): Polyline {
  return line.map((value, i) => (i % 2 === 0 ? value * scaleX + shiftX : value * scaleY + shiftY));
}

/** Rotates the points of a polyline about the origin. */
export function rotatePath(line: Polyline, cos: number, sin: number): Polyline {
  const rotated: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2) {
    const x = line[i] ?? 0;
    const y = line[i + 1] ?? 0;
    rotated.push(x * cos - y * sin, x * sin + y * cos);
  }
  return rotated;
}
