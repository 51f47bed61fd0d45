import type { Window } from './window.ts';

export interface PoolShapes {
  /** [batch, height, width, channels] of the pooled images. */
  readonly inputShape: readonly [number, number, number, number];
  /** [batch, height, width, channels] of the maxima. */
  readonly outputShape: readonly [number, number, number, number];
  readonly window: Window;
}

/**
 * Gives each window's gradient to its first largest cell, in row-major order.
 * @param dx gradient of the images, overwritten
 */
export function scatterToMaxima(
  dx: Float32Array,
  x: Float32Array,
  dy: Float32Array,
  { inputShape, outputShape, window }: PoolShapes,
): void {
  dx.fill(0);
  const [batch, height, width, channels] = inputShape;
  const [, rows, columns] = outputShape;
  const [top, , left] = window.pads;
  const most = new Float32Array(channels);
  const best = new Int32Array(channels);
  let out = 0;
  for (let image = 0; image < batch; image += 1) {
    const base = image * height;
    for (let row = 0; row < rows; row += 1) {
      const y0 = row * window.strides[0] - top;
      const firstRow = base + Math.max(0, y0);
      const endRow = base + Math.min(height, y0 + window.kernel[0]);
      for (let column = 0; column < columns; column += 1) {
        const x0 = column * window.strides[1] - left;
        const firstColumn = Math.max(0, x0);
        const endColumn = Math.min(width, x0 + window.kernel[1]);
        most.fill(-Infinity);
        for (let y = firstRow; y < endRow; y += 1) {
          const end = (y * width + endColumn) * channels;
          for (let cell = (y * width + firstColumn) * channels; cell < end; cell += channels) {
            for (let channel = 0; channel < channels; channel += 1) {
              const value = x[cell + channel] as number;
              if (value > (most[channel] as number)) {
                most[channel] = value;
                best[channel] = cell + channel;
              }
            }
          }
        }
        for (let channel = 0; channel < channels; channel += 1) {
          const at = best[channel] as number;
          dx[at] = (dx[at] as number) + (dy[out + channel] as number);
        }
        out += channels;
      }
    }
  }
}
