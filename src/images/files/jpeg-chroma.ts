/** One component of a JPEG at its own resolution. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

/**
 * Doubles a plane along its rows with the triangle filter: each new sample is ¾ of the nearest one
 * and ¼ of the next. Halves are rounded down on the left and up on the right, as libjpeg does, so
 * that no shift builds up.
 * @param width - of the result, 2 · plane.width or one less
 */
function doubleAcross(plane: Plane, width: number): Plane {
  const samples = new Uint8Array(width * plane.height);
  const last = plane.width - 1;
  for (let row = 0; row < plane.height; row += 1) {
    const from = row * plane.width;
    for (let x = 0; x < width; x += 1) {
      const near = x >> 1;
      const isRight = (x & 1) === 1;
      const next = Math.min(last, Math.max(0, isRight ? near + 1 : near - 1));
      const sum = 3 * (plane.samples[from + near] ?? 0) + (plane.samples[from + next] ?? 0);
      samples[row * width + x] = (sum + (isRight ? 2 : 1)) >> 2;
    }
  }
  return { width, height: plane.height, samples };
}

/** {@link doubleAcross} along the columns. */
function doubleDown(plane: Plane, height: number): Plane {
  const { width } = plane;
  const samples = new Uint8Array(width * height);
  const last = plane.height - 1;
  for (let y = 0; y < height; y += 1) {
    const near = y >> 1;
    const isLower = (y & 1) === 1;
    const next = Math.min(last, Math.max(0, isLower ? near + 1 : near - 1));
    for (let x = 0; x < width; x += 1) {
      const sum =
        3 * (plane.samples[near * width + x] ?? 0) + (plane.samples[next * width + x] ?? 0);
      samples[y * width + x] = (sum + (isLower ? 2 : 1)) >> 2;
    }
  }
  return { width, height, samples };
}

/** Doubles both ways, rounded once: sums of rows keep two more bits until the end. */
function doubleBoth(plane: Plane, width: number, height: number): Plane {
  const samples = new Uint8Array(width * height);
  const sums = new Uint16Array(plane.width);
  const lastRow = plane.height - 1;
  const lastColumn = plane.width - 1;
  for (let y = 0; y < height; y += 1) {
    const near = y >> 1;
    const next = Math.min(lastRow, Math.max(0, (y & 1) === 1 ? near + 1 : near - 1));
    for (let x = 0; x < plane.width; x += 1) {
      sums[x] =
        3 * (plane.samples[near * plane.width + x] ?? 0) +
        (plane.samples[next * plane.width + x] ?? 0);
    }
    for (let x = 0; x < width; x += 1) {
      const column = x >> 1;
      const isRight = (x & 1) === 1;
      const beside = Math.min(lastColumn, Math.max(0, isRight ? column + 1 : column - 1));
      const sum = 3 * (sums[column] ?? 0) + (sums[beside] ?? 0);
      samples[y * width + x] = (sum + (isRight ? 7 : 8)) >> 4;
    }
  }
  return { width, height, samples };
}

/** Planes this narrow are doubled by repetition, as libjpeg does. */
const NARROW = 2;

/**
 * Enlarges a chrominance plane to the size of the image by interpolation ("fancy upsampling" of
 * libjpeg), from half the width, half the height or half of both.
 */
export function enlargePlane(plane: Plane, width: number, height: number): Plane {
  const across = plane.width < width;
  const down = plane.height < height;
  if (across && plane.width <= NARROW) return repeatPlane(plane, width, height);
  if (across && down) return doubleBoth(plane, width, height);
  if (across) return doubleAcross(plane, width);
  return down ? doubleDown(plane, height) : plane;
}

function repeatPlane(plane: Plane, width: number, height: number): Plane {
  const samples = new Uint8Array(width * height);
  const stepX = plane.width < width ? 1 : 0;
  const stepY = plane.height < height ? 1 : 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      samples[y * width + x] = plane.samples[(y >> stepY) * plane.width + (x >> stepX)] ?? 0;
    }
  }
  return { width, height, samples };
}

const clamp = (value: number): number => Math.min(255, Math.max(0, value));
const fixed = (value: number): number => Math.round(value * 65_536);

const RED_CR = fixed(1.402);
const GREEN_CB = fixed(0.344_136_286);
const GREEN_CR = fixed(0.714_136_286);
const BLUE_CB = fixed(1.772);
const HALF = 32_768;

/** Luminance and chrominance (ITU-T T.871) to RGB bytes, in 16-bit fixed point. */
export function planesToRgb(luma: Plane, cb: Plane, cr: Plane): Uint8Array {
  const count = luma.width * luma.height;
  const rgb = new Uint8Array(count * 3);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const y = luma.samples[pixel] ?? 0;
    const blue = (cb.samples[pixel] ?? 0) - 128;
    const red = (cr.samples[pixel] ?? 0) - 128;
    rgb[pixel * 3] = clamp(y + ((RED_CR * red + HALF) >> 16));
    rgb[pixel * 3 + 1] = clamp(y + ((HALF - GREEN_CB * blue - GREEN_CR * red) >> 16));
    rgb[pixel * 3 + 2] = clamp(y + ((BLUE_CB * blue + HALF) >> 16));
  }
  return rgb;
}
