import type { RgbImage } from './rgb-image.ts';

/** Weights of each output position: `size` source positions from `first`, in 2⁻²² units. */
interface Kernel {
  readonly first: Int32Array;
  readonly size: Int32Array;
  /** `stride` entries an output position. */
  readonly weights: Int32Array;
  readonly stride: number;
}

const PRECISION = 22;
const HALF = 1 << (PRECISION - 1);

/** The part of the resized image that is wanted, in its pixels. */
export interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Triangle filter, widened by the shrink factor so that every source pixel counts, for the output
 * positions `start` … `start + length − 1`.
 */
function triangleKernel(from: number, to: number, start: number, length: number): Kernel {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(length);
  const size = new Int32Array(length);
  const weights = new Int32Array(length * stride);
  const raw = new Float64Array(stride);
  const step = 1 / support;
  for (let out = 0; out < length; out += 1) {
    const center = (start + out + 0.5) * scale;
    const low = Math.max(0, Math.trunc(center - support + 0.5));
    const high = Math.min(from, Math.trunc(center + support + 0.5));
    let sum = 0;
    for (let index = low; index < high; index += 1) {
      const weight = Math.max(0, 1 - Math.abs((index - center + 0.5) * step));
      raw[index - low] = weight;
      sum += weight;
    }
    first[out] = low;
    size[out] = high - low;
    for (let index = 0; index < high - low; index += 1) {
      const share = sum === 0 ? 0 : (raw[index] ?? 0) / sum;
      weights[out * stride + index] = Math.trunc(0.5 + share * 2 ** PRECISION);
    }
  }
  return { first, size, weights, stride };
}

/**
 * The pixel under the centre of each output pixel. Steps are summed as Pillow does, rounding
 * included.
 */
function nearestKernel(from: number, to: number, start: number, length: number): Kernel {
  const first = new Int32Array(length);
  const scale = from / to;
  let at = scale * 0.5;
  for (let out = 0; out < start + length; out += 1) {
    if (out >= start) first[out - start] = Math.min(from - 1, Math.floor(at));
    at += scale;
  }
  const size = new Int32Array(length).fill(1);
  const weights = new Int32Array(length).fill(2 ** PRECISION);
  return { first, size, weights, stride: 1 };
}

const KERNELS = { bilinear: triangleKernel, nearest: nearestKernel } as const;

/** One pass along one axis; `pitch` is the distance between neighbours on it, `lines` its starts. */
function resample(
  source: Uint8Array,
  target: Uint8Array,
  kernel: Kernel,
  lines: Iterable<readonly [from: number, to: number]>,
  pitch: number,
): void {
  const { first, size, weights, stride } = kernel;
  for (const [from, to] of lines) {
    for (let out = 0; out < first.length; out += 1) {
      const start = from + (first[out] ?? 0) * pitch;
      const count = size[out] ?? 0;
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      for (let index = 0; index < count; index += 1) {
        const weight = weights[out * stride + index] ?? 0;
        const at = start + index * pitch;
        red += (source[at] ?? 0) * weight;
        green += (source[at + 1] ?? 0) * weight;
        blue += (source[at + 2] ?? 0) * weight;
      }
      const at = to + out * pitch;
      target[at] = Math.min(255, red >> PRECISION);
      target[at + 1] = Math.min(255, green >> PRECISION);
      target[at + 2] = Math.min(255, blue >> PRECISION);
    }
  }
}

function* lineStarts(
  count: number,
  from: number,
  to: number,
): Generator<readonly [number, number]> {
  for (let line = 0; line < count; line += 1) yield [line * from, line * to];
}

function checkTarget(width: number, height: number, window: Window): void {
  const sides = [width, height, window.width, window.height];
  const inside =
    window.left >= 0 &&
    window.top >= 0 &&
    window.left + window.width <= width &&
    window.top + window.height <= height;
  if (!inside || sides.some((side) => !Number.isInteger(side) || side < 1)) {
    throw new RangeError(`cannot resize to ${width}x${height} pixels`);
  }
}

/** Source rows that a vertical kernel reads. */
function rowSpan({ first, size }: Kernel): readonly [top: number, end: number] {
  const last = first.length - 1;
  return [first[0] ?? 0, (first[last] ?? 0) + (size[last] ?? 0)];
}

/**
 * Resizes first along the rows, then along the columns, rounding to bytes in between, with 22-bit
 * weights. Byte for byte what Pillow's `Image.resize` gives.
 * @param filter - `bilinear`: antialiased, a triangle scaled with the shrink factor; `nearest`: the
 * pixel under the centre of each output pixel
 * @param width - of the whole result, pixels
 * @param height - of the whole result, pixels
 * @param window - computes and returns only this part of it
 * @throws RangeError if a side is not a positive integer or the window leaves the result
 */
export function resizeImage(
  image: RgbImage,
  filter: keyof typeof KERNELS,
  width: number,
  height: number,
  window: Window = { top: 0, left: 0, height, width },
): RgbImage {
  checkTarget(width, height, window);
  const kernel = KERNELS[filter];
  const across = kernel(image.width, width, window.left, window.width);
  const down = kernel(image.height, height, window.top, window.height);
  const [top, end] = rowSpan(down);
  const source = image.rgb.subarray(top * image.width * 3, end * image.width * 3);
  const rows = new Uint8Array(window.width * (end - top) * 3);
  resample(source, rows, across, lineStarts(end - top, image.width * 3, window.width * 3), 3);
  const rgb = new Uint8Array(window.width * window.height * 3);
  const shifted = { ...down, first: down.first.map((row) => row - top) };
  resample(rows, rgb, shifted, lineStarts(window.width, 3, 3), window.width * 3);
  return { width: window.width, height: window.height, rgb };
}
