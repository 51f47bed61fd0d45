/** A square picture: size² pixels of red, green and blue, interleaved, row-major. */
export interface Picture {
  readonly size: number;
  readonly data: Float32Array;
}

export function blankPicture(size: number): Picture {
  return { size, data: new Float32Array(size * size * 3) };
}
