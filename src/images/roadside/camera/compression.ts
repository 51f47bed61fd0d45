import type { Picture } from '../picture.ts';

const block = 8;

function halfAngle(cos: number): number {
  return Math.sqrt((1 + cos) / 2);
}

/** cos(k π / 16) by the half-angle formula, exact to the last bits on every engine. */
function cosines(): readonly number[] {
  const c4 = Math.sqrt(0.5);
  const c2 = halfAngle(c4);
  const c1 = halfAngle(c2);
  const c6 = Math.sqrt(1 - c2 * c2);
  const c3 = halfAngle(c6);
  const c5 = Math.sqrt(1 - c3 * c3);
  const c7 = Math.sqrt(1 - c1 * c1);
  return [1, c1, c2, c3, c4, c5, c6, c7, 0];
}

/** The orthonormal 8-point DCT-II matrix, row-major: row = frequency. */
function transform(): Float64Array {
  const quarter = cosines();
  const matrix = new Float64Array(block * block);
  for (let frequency = 0; frequency < block; frequency += 1) {
    const norm = frequency === 0 ? Math.sqrt(1 / block) : Math.sqrt(2 / block);
    for (let i = 0; i < block; i += 1) {
      let angle = ((2 * i + 1) * frequency) % 32;
      let sign = 1;
      if (angle > 16) angle = 32 - angle;
      if (angle > 8) {
        angle = 16 - angle;
        sign = -1;
      }
      matrix[frequency * block + i] = sign * norm * (quarter[angle] ?? 0);
    }
  }
  return matrix;
}

const matrix = transform();
const product = new Float64Array(block * block);

/** out = m · values · mᵀ (forward) or mᵀ · values · m (back), in place. */
function transformBlock(values: Float64Array, forward: boolean): void {
  const row = forward ? block : 1;
  const step = forward ? 1 : block;
  for (let r = 0; r < block; r += 1) {
    for (let c = 0; c < block; c += 1) {
      let sum = 0;
      for (let k = 0; k < block; k += 1) {
        sum += (matrix[r * row + k * step] ?? 0) * (values[k * block + c] ?? 0);
      }
      product[r * block + c] = sum;
    }
  }
  for (let r = 0; r < block; r += 1) {
    for (let c = 0; c < block; c += 1) {
      let sum = 0;
      for (let k = 0; k < block; k += 1) {
        sum += (product[r * block + k] ?? 0) * (matrix[c * row + k * step] ?? 0);
      }
      values[r * block + c] = sum;
    }
  }
}

/** Quantises a plane of values (0…1) block by block; coarser for higher frequencies. */
function quantise(plane: Float32Array, size: number, coarseness: number): void {
  const values = new Float64Array(block * block);
  const last = size - 1;
  for (let top = 0; top < size; top += block) {
    for (let left = 0; left < size; left += block) {
      for (let i = 0; i < values.length; i += 1) {
        const y = Math.min(top + (i >> 3), last);
        const x = Math.min(left + (i & 7), last);
        values[i] = plane[y * size + x] ?? 0;
      }
      transformBlock(values, true);
      for (let i = 0; i < values.length; i += 1) {
        const step = coarseness * (1 + ((i >> 3) + (i & 7)) * 0.5);
        values[i] = step * Math.floor((values[i] ?? 0) / step + 0.5);
      }
      transformBlock(values, false);
      for (let i = 0; i < values.length; i += 1) {
        const y = top + (i >> 3);
        const x = left + (i & 7);
        if (y <= last && x <= last) plane[y * size + x] = values[i] ?? 0;
      }
    }
  }
}

/** Averages a full-size plane over 2×2 pixels; an odd last row or column stands for itself. */
function halvedPlane(plane: Float32Array, size: number): Float32Array {
  const last = size - 1;
  const half = (size + 1) >> 1;
  const target = new Float32Array(half * half);
  for (let row = 0; row < half; row += 1) {
    const upper = 2 * row * size;
    const lower = Math.min(2 * row + 1, last) * size;
    for (let column = 0; column < half; column += 1) {
      const left = 2 * column;
      const right = Math.min(left + 1, last);
      target[row * half + column] =
        ((plane[upper + left] ?? 0) +
          (plane[upper + right] ?? 0) +
          (plane[lower + left] ?? 0) +
          (plane[lower + right] ?? 0)) /
        4;
    }
  }
  return target;
}

/**
 * Loses detail in place as block-transform compression with halved chroma does. `coarseness` is
 * the quantiser step of the lowest frequency; 0.02 is hardly visible, 0.15 is blocky.
 */
export function compress(picture: Picture, coarseness: number): void {
  const { size, data } = picture;
  const luma = new Float32Array(size * size);
  const blueness = new Float32Array(size * size);
  const redness = new Float32Array(size * size);
  for (let i = 0; i < luma.length; i += 1) {
    const red = data[3 * i] ?? 0;
    const blue = data[3 * i + 2] ?? 0;
    const grey = 0.299 * red + 0.587 * (data[3 * i + 1] ?? 0) + 0.114 * blue;
    luma[i] = grey;
    blueness[i] = blue - grey;
    redness[i] = red - grey;
  }
  const chromaSize = (size + 1) >> 1;
  const blueHalf = halvedPlane(blueness, size);
  const redHalf = halvedPlane(redness, size);
  quantise(luma, size, coarseness);
  quantise(blueHalf, chromaSize, coarseness * 1.6);
  quantise(redHalf, chromaSize, coarseness * 1.6);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const i = row * size + column;
      const from = (row >> 1) * chromaSize + (column >> 1);
      const grey = luma[i] ?? 0;
      const blue = blueHalf[from] ?? 0;
      const red = redHalf[from] ?? 0;
      data[3 * i] = grey + red;
      data[3 * i + 1] = grey - (0.299 * red + 0.114 * blue) / 0.587;
      data[3 * i + 2] = grey + blue;
    }
  }
}
