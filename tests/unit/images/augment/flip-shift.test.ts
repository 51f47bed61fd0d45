import { describe, expect, it } from 'vitest';
import { flipShift } from '../../../../src/images/augment/flip-shift.ts';
import { noisySource } from './source.ts';

const HEIGHT = 8;
const WIDTH = 16;
const copies = Array.from({ length: 400 }, (_, copy) => copy);

/** The image moved by hand: the pixel at (row, column) comes from (row − down, column − right). */
function moved(bytes: Uint8Array, down: number, right: number, mirrored: boolean): string {
  const pixels: string[] = [];
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const y = Math.min(HEIGHT - 1, Math.max(0, row - down));
      const x = Math.min(WIDTH - 1, Math.max(0, column - right));
      const at = (y * WIDTH + (mirrored ? WIDTH - 1 - x : x)) * 3;
      pixels.push(bytes.subarray(at, at + 3).join());
    }
  }
  return pixels.join(' ');
}

function text(bytes: Uint8Array): string {
  return Array.from({ length: bytes.length / 3 }, (_, pixel) =>
    bytes.subarray(pixel * 3, pixel * 3 + 3).join(),
  ).join(' ');
}

/** How often each move was made: "down right mirrored". */
function moves(mirrors: boolean, flip: number): Map<string, number> {
  const source = noisySource(HEIGHT, WIDTH, { mirrors });
  const known = new Map<string, string>();
  for (const mirrored of [false, true]) {
    for (const down of [-1, 0, 1]) {
      for (const right of [-2, -1, 0, 1, 2]) {
        known.set(moved(source.bytes, down, right, mirrored), `${down} ${right} ${mirrored}`);
      }
    }
  }
  const sampler = flipShift({ seed: 5, shift: 0.125, flip });
  const counts = new Map<string, number>();
  for (const copy of copies) {
    const move = known.get(text(sampler(source, copy))) ?? 'unknown';
    counts.set(move, (counts.get(move) ?? 0) + 1);
  }
  return counts;
}

const mirroredIn = (counts: Map<string, number>): number =>
  [...counts].reduce((sum, [move, count]) => sum + (move.endsWith('true') ? count : 0), 0);

describe('flips and shifts', () => {
  it('make every move within the range, and no other', () => {
    const counts = moves(true, 0.5);
    expect(counts.has('unknown')).toBe(false);
    expect(counts.size).toBe(2 * 3 * 5);
  });

  it('mirror as often as asked', () => {
    const half = mirroredIn(moves(true, 0.5));
    // Four standard deviations of Binomial(400, ½).
    expect(Math.abs(half - 200)).toBeLessThan(40);
    expect(mirroredIn(moves(true, 1))).toBe(400);
    expect(mirroredIn(moves(true, 0))).toBe(0);
  });

  it('never mirror a class that its mirror image does not belong to', () => {
    expect(mirroredIn(moves(false, 1))).toBe(0);
  });

  it('move all classes alike, whether they may be mirrored or not', () => {
    const shift = (counts: Map<string, number>): string[] =>
      [...counts.keys()].map((move) => move.slice(0, move.lastIndexOf(' '))).sort();
    expect(shift(moves(false, 1))).toEqual(shift(moves(true, 1)));
  });

  it('leave an image as it is where neither is allowed', () => {
    const source = noisySource(5, 7);
    expect(flipShift({ seed: 1, shift: 0, flip: 1 })(source, 9)).toEqual(source.bytes);
  });

  it.each([
    [{ shift: 0.6, flip: 0 }, /shift/],
    [{ shift: -0.1, flip: 0 }, /shift/],
    [{ shift: 0, flip: 1.1 }, /flip/],
  ])('refuse %j', (options, words) => {
    expect(() => flipShift({ seed: 1, ...options })).toThrow(words);
  });
});
