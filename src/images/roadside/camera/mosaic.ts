import type { Picture } from '../picture.ts';

/**
 * Keeps one colour a pixel, as a sensor under a Bayer filter does, and interpolates the other two
 * bilinearly, in place: the coloured fringes at edges of real photographs. `phase` 0…3 shifts the
 * filter.
 */
export function demosaic(picture: Picture, phase: number): void {
  const { size, data } = picture;
  const source = data.slice();
  const last = size - 1;
  for (let row = 0; row < size; row += 1) {
    // Beyond an edge the pixel two steps back has the colour that the missing one would have.
    const up = (row > 0 ? -1 : 1) * size * 3;
    const down = (row < last ? 1 : -1) * size * 3;
    const oddRow = (row + (phase >> 1)) & 1;
    for (let column = 0; column < size; column += 1) {
      const left = column > 0 ? -3 : 3;
      const right = column < last ? 3 : -3;
      const oddColumn = (column + (phase & 1)) & 1;
      const at = (row * size + column) * 3;
      if (oddRow !== oddColumn) {
        // Green: red lies beside it in red rows, above it in blue rows.
        const beside = oddRow === 0 ? 0 : 2;
        data[at + beside] = pairMean(source, at + beside, left, right);
        data[at + 2 - beside] = pairMean(source, at + 2 - beside, up, down);
      } else {
        const diagonal = oddRow === 0 ? 2 : 0;
        const upper = pairMean(source, at + diagonal + up, left, right);
        const lower = pairMean(source, at + diagonal + down, left, right);
        data[at + diagonal] = (upper + lower) / 2;
        const beside = pairMean(source, at + 1, left, right);
        data[at + 1] = (beside + pairMean(source, at + 1, up, down)) / 2;
      }
    }
  }
}

function pairMean(source: Float32Array, at: number, first: number, second: number): number {
  return ((source[at + first] ?? 0) + (source[at + second] ?? 0)) / 2;
}
