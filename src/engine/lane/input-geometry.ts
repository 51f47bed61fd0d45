import type { Preprocess } from '../../protocol/spec.ts';

/** How a decoded image becomes the bytes of one model's input. */
export interface InputGeometry {
  readonly height: number;
  readonly width: number;
  readonly preprocess: Preprocess;
  /** Equal for geometries that give equal bytes. */
  readonly key: string;
}

/** @param inputSize [height, width, 3] of the model */
export function inputGeometry(
  [height, width]: readonly [number, number, number],
  preprocess: Preprocess,
): InputGeometry {
  const { resize, resizeTo, crop, filter } = preprocess;
  const key = [height, width, resize, resizeTo ?? '', crop, filter].join(' ');
  return { height, width, preprocess, key };
}
