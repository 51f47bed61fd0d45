import * as tf from '@tensorflow/tfjs-core';
import { activate } from './activation.ts';
import type { ConvEpilogue, Placement } from './kernels.ts';
import { cropNegative, depthwiseKernel } from './kernels.ts';
import { onWasm } from './wasm-kernel.ts';
import { dilatedExtent, windowOutputSize } from './window.ts';

/** Sides of the tiles to choose from, with the time that one takes in units of the quickest. */
const TILES = [
  { rows: 2, columns: 2, time: 1 },
  { rows: 1, columns: 4, time: 1 },
  { rows: 4, columns: 1, time: 1 },
  { rows: 3, columns: 3, time: 2.3 },
] as const;

/** Numbers of taps for which WASM has a fast depthwise kernel; for others it is ten times slower. */
const FAST: ReadonlySet<number> = new Set([1, 4, 9, 25]);

/** Larger kernels, such as whole images in the gradient of a filter, are not worth tiling. */
const MOST_TAPS = 169;

interface Tiling {
  readonly rows: number;
  readonly columns: number;
  /** Taps from one of a tile to its next; there are as many tiles along the axis. */
  readonly rowStep: number;
  readonly columnStep: number;
}

function quickestTiling(height: number, width: number): Tiling {
  const tilings = TILES.map(({ rows, columns, time }) => {
    const [rowStep, columnStep] = [Math.ceil(height / rows), Math.ceil(width / columns)];
    return { rows, columns, rowStep, columnStep, total: time * rowStep * columnStep };
  });
  return tilings.reduce((best, tiling) => (tiling.total < best.total ? tiling : best));
}

/** The filter's taps by tile: [rowStep · columnStep, rows, columns, in, multiplier]. */
function tileFilter(filter: tf.Tensor4D, tiling: Tiling): tf.Tensor5D {
  const [height, width, channels, multiplier] = filter.shape;
  const { rows, columns, rowStep, columnStep } = tiling;
  const padded = tf.pad4d(filter, [
    [0, rows * rowStep - height],
    [0, columns * columnStep - width],
    [0, 0],
    [0, 0],
  ]);
  const taps = tf.reshape(padded, [rows, rowStep, columns, columnStep, channels * multiplier]);
  return tf.reshape(tf.transpose(taps, [1, 3, 0, 2, 4]), [
    rowStep * columnStep,
    rows,
    columns,
    channels,
    multiplier,
  ]);
}

/** Whether negative pads leave nothing of a side. */
function isEmptied(side: number, [before, after]: readonly [number, number]): boolean {
  return side + Math.min(0, before) + Math.min(0, after) <= 0;
}

/** Whether a depthwise convolution is quicker as a sum of smaller ones. */
export function isTilingQuicker([height, width, , multiplier]: tf.Tensor4D['shape']): boolean {
  const taps = height * width;
  return onWasm() && multiplier === 1 && !FAST.has(taps) && taps <= MOST_TAPS;
}

/**
 * A depthwise convolution as a sum of dilated ones of few taps. Taps far apart make a tile, so that
 * each tile begins within the padding and the image need not be cropped for it.
 */
export function tiledDepthwise(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  window: Placement,
  { bias, activation }: ConvEpilogue,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width, channels, multiplier] = filter.shape;
    const tiling = quickestTiling(height, width);
    const { rows, columns, rowStep, columnStep } = tiling;
    const filters = tileFilter(filter, tiling);
    const { strides, pads } = window;
    const dilations = [window.dilations[0] * rowStep, window.dilations[1] * columnStep] as const;
    const kernel = [height, width] as const;
    const size = windowOutputSize([x.shape[1], x.shape[2]], { ...window, kernel });
    /** Pads of a tile whose first tap is tap `first`, such that the output keeps its size. */
    const padsAlong = (axis: 0 | 1, first: number, taps: number): [number, number] => {
      const before = pads[2 * axis] ?? 0;
      const top = before - first * window.dilations[axis];
      const reach = (size[axis] - 1) * strides[axis] + dilatedExtent(taps, dilations[axis]);
      return [top, reach - top - (x.shape[axis + 1] ?? 0)];
    };
    let sum: tf.Tensor4D | undefined;
    for (let tile = 0; tile < rowStep * columnStep; tile += 1) {
      const rowPads = padsAlong(0, Math.floor(tile / columnStep), rows);
      const columnPads = padsAlong(1, tile % columnStep, columns);
      // On an image smaller than the kernel, some tiles meet nothing but padding.
      if (isEmptied(x.shape[1], rowPads) || isEmptied(x.shape[2], columnPads)) continue;
      const own: tf.Tensor4D = tf.reshape(
        tf.slice(filters, [tile, 0, 0, 0, 0], [1, rows, columns, channels, multiplier]),
        [rows, columns, channels, multiplier],
      );
      const source = cropNegative(x, [...rowPads, ...columnPads]);
      const epilogue = {
        bias: sum === undefined ? bias : undefined,
        activation: 'linear',
      } as const;
      const part = depthwiseKernel(
        source.x,
        own,
        { strides, dilations, pads: source.pads },
        epilogue,
      );
      const before: tf.Tensor4D | undefined = sum;
      sum = before === undefined ? part : tf.add(before, part);
      if (before !== undefined) for (const spent of [before, part]) spent.dispose();
    }
    return activate(sum ?? x, activation);
  });
}
