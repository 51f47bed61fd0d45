import type { Pair } from '../graph/graph.ts';
import type { Window } from './window.ts';

type Shape4D = readonly [number, number, number, number];

/**
 * 1 / (cells that count) for each window of an average, [height, width].
 * @param uncounted given, padded cells count too, but for so many at the end of each axis; else only
 * those of the image do
 */
export function windowShares(
  inputShape: Shape4D,
  outputShape: Shape4D,
  window: Window,
  uncounted?: Pair,
): Float32Array {
  const along = (axis: 0 | 1): number[] => {
    const size = axis === 0 ? inputShape[1] : inputShape[2];
    const [before, after] =
      axis === 0 ? [window.pads[0], window.pads[1]] : [window.pads[2], window.pads[3]];
    const first = uncounted === undefined ? 0 : -before;
    const end = uncounted === undefined ? size : size + after - uncounted[axis];
    return Array.from({ length: axis === 0 ? outputShape[1] : outputShape[2] }, (_, position) => {
      const start = position * window.strides[axis] - before;
      return Math.min(end, start + window.kernel[axis]) - Math.max(first, start);
    });
  };
  const columns = along(1);
  return Float32Array.from(
    along(0).flatMap((rows) => columns.map((cells) => 1 / Math.max(1, rows * cells))),
  );
}
