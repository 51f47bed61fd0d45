import { expect, test } from 'vitest';
import { placeGrid } from '../../../src/core/place-grid.ts';

test.each([
  [64, 64, 4],
  [7, 10, 3],
  [5, 5, 1],
  [5, 9, 20],
])('the cells of %i × %i pixels with side %i cover each pixel once', (height, width, side) => {
  const grid = placeGrid(height, width, side);
  const covered = new Uint8Array(height * width);
  for (let place = 0; place < grid.rows * grid.columns; place += 1) {
    const rect = grid.rectOf(place);
    for (let row = rect.top; row < rect.top + rect.height; row += 1) {
      for (let column = rect.left; column < rect.left + rect.width; column += 1) {
        covered[row * width + column] = (covered[row * width + column] ?? 0) + 1;
      }
    }
  }
  expect(covered.every((times) => times === 1)).toBe(true);
});

test('a grid without pixels, and places outside of it, are refused', () => {
  expect(() => placeGrid(8, 8, 0)).toThrow('side of a cell');
  expect(() => placeGrid(8, 8, 1.5)).toThrow('side of a cell');
  expect(() => placeGrid(8, 8, 4).rectOf(4)).toThrow('there is no place 4; the grid has 4');
});
