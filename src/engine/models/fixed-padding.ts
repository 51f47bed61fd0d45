import type { Padding } from '../graph/graph.ts';

type Sides = readonly [top: number, bottom: number, left: number, right: number];

/** Outputs of a window of `kernel` cells moved by `stride` over `size` padded cells. */
function windowCount(size: number, kernel: number, stride: number): number {
  return Math.floor((size - kernel) / stride) + 1;
}

function sameSides(size: number, kernel: number, stride: number): [number, number] {
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + kernel - size);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

export interface Window {
  readonly kernel: number;
  readonly stride: number;
  /** Cells added on all four sides. */
  readonly padding: number;
  /** Round the output size up, with further cells at the bottom and on the right. */
  readonly ceil?: boolean;
}

/**
 * Padding and output size [height, width] of a window with equal padding on all sides. Written as
 * `valid` or `same` where these mean the same, because every model format knows these two.
 * @throws RangeError if the window does not fit into the padded input
 */
export function fixedPadding(
  size: readonly [number, number],
  { kernel, stride, padding, ceil = false }: Window,
): { padding: Padding; size: [number, number] } {
  const sides: [number, number, number, number] = [padding, padding, padding, padding];
  const output: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    const padded = size[axis] + 2 * padding;
    if (padded < kernel) {
      throw new RangeError(`a window of ${kernel} cells does not fit into ${padded}`);
    }
    const extra = ceil ? (stride - ((padded - kernel) % stride)) % stride : 0;
    // A last window that would start in the padding is dropped, as PyTorch does.
    const starts = windowCount(padded + extra, kernel, stride);
    const used = extra > 0 && (starts - 1) * stride >= size[axis] + padding ? 0 : extra;
    sides[axis * 2 + 1] = padding + used;
    output[axis] = windowCount(padded + used, kernel, stride);
  }
  return { padding: namedPadding(size, sides, kernel, stride), size: output };
}

function namedPadding(
  size: readonly [number, number],
  sides: Sides,
  kernel: number,
  stride: number,
): Padding {
  if (sides.every((side) => side === 0)) return 'valid';
  const same = [...sameSides(size[0], kernel, stride), ...sameSides(size[1], kernel, stride)];
  return sides.every((side, index) => side === same[index]) ? 'same' : sides;
}
