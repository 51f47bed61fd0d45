/** Competing classes that the input-space estimate looks at. */
export const COMPETITORS = 10;

/**
 * Length of a step across the boundary to one competitor: (f_y − f_j) / slope. A boundary that no
 * step reaches, the slope being 0, is infinitely far; one that the image lies on is at 0.
 */
function toCompetitor(lead: number, slope: number): number {
  if (lead === 0) return 0;
  return lead / slope;
}

/**
 * Signed distance to the decision boundary, the least over competitors (Zhang & Cai 2021, equations
 * 3 to 6): negative where the image is on the wrong side.
 * @param leads f_y − f_j of each competitor
 * @param slopes length of the gradient of each lead, ≥ 0
 */
export function boundaryDistance(leads: readonly number[], slopes: readonly number[]): number {
  let least = Infinity;
  for (const [at, lead] of leads.entries()) {
    least = Math.min(least, toCompetitor(lead, slopes[at] ?? 0));
  }
  return least;
}

/** The classes other than `label` with the largest logits, the first of equals first. */
export function competitors(logits: Float32Array, label: number, most = COMPETITORS): number[] {
  return Array.from(logits.keys())
    .filter((each) => each !== label)
    .sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b)
    .slice(0, most);
}

/** ‖w_i − w_j‖₂ for all pairs of classes of a linear layer. */
export function columnDistances(
  kernel: Float32Array,
  classes: number,
): (i: number, j: number) => number {
  const squares = new Float64Array(classes * classes);
  for (let row = 0; row < kernel.length; row += classes) {
    for (let i = 0; i < classes; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const difference = (kernel[row + i] ?? 0) - (kernel[row + j] ?? 0);
        squares[i * classes + j] = (squares[i * classes + j] ?? 0) + difference * difference;
      }
    }
  }
  return (i, j) => Math.sqrt(squares[Math.max(i, j) * classes + Math.min(i, j)] ?? 0);
}
