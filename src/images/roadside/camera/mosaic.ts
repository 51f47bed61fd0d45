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
    const up = (row > 0 ? row - 1 : 1) * size;
    const here = row * size;
    const down = (row < last ? row + 1 : last - 1) * size;
    const oddRow = (row + (phase >> 1)) & 1;
    for (let column = 0; column < size; column += 1) {
      const left = column > 0 ? column - 1 : 1;
      const right = column < last ? column + 1 : last - 1;
      const oddColumn = (column + (phase & 1)) & 1;
      const at = (here + column) * 3;
      const value = (pixel: number, channel: number) => source[pixel * 3 + channel] ?? 0;
      const beside = (channel: number) =>
        (value(here + left, channel) + value(here + right, channel)) / 2;
      const above = (channel: number) =>
        (value(up + column, channel) + value(down + column, channel)) / 2;
      if (oddRow !== oddColumn) {
        // Green: red lies beside it in red rows, blue in blue rows.
        data[at] = oddRow === 0 ? beside(0) : above(0);
        data[at + 2] = oddRow === 0 ? above(2) : beside(2);
        continue;
      }
      const diagonal = oddRow === 0 ? 2 : 0;
      data[at + 1] = (beside(1) + above(1)) / 2;
      data[at + diagonal] =
        (value(up + left, diagonal) +
          value(up + right, diagonal) +
          value(down + left, diagonal) +
          value(down + right, diagonal)) /
        4;
    }
  }
}
