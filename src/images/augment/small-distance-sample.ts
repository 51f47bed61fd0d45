import { changePixels, changedPixels, type ChangedPixel } from '../../core/pixel-change.ts';
import { drawPixelChanges, type PixelDraw } from '../../core/pixel-draw.ts';
import type { PixelValue } from '../../core/pixel-value.ts';
import { centredRegion } from '../../core/region.ts';
import type { SampleMaker, SampleSource } from './sample-maker.ts';
import { checkCopy } from './sample-words.ts';

export interface SmallDistance {
  /** Safe integer 0 … 2⁵³ − 1. */
  readonly seed: number;
  /** Pixels to change, 0 … area of the region. */
  readonly count: number;
  readonly value: PixelValue;
  /** Fraction of the side, 0 < region ≤ 1. */
  readonly region: number;
}

/**
 * Number of the draw of copy 0. Sweeps count their draws from 0, so a sample is never one of the
 * changed images that a sweep with the same seed measures.
 */
export const FIRST_SAMPLE_DRAW = 0x80000000;

/** What a draw depends on of an image. */
type DrawnOn = Pick<SampleSource, 'height' | 'width' | 'key'>;

function drawOf(
  { seed, count, value, region }: SmallDistance,
  { height, width, key }: DrawnOn,
  copy: number,
): PixelDraw {
  checkCopy(copy);
  return {
    seed,
    imageKey: key,
    draw: FIRST_SAMPLE_DRAW + copy,
    count,
    value,
    height,
    width,
    region: centredRegion(height, width, region),
  };
}

/**
 * The paper's small-distance sample: an image with a few pixels changed at random, close to its
 * original and of the same class (Zhang & Cai 2021).
 */
export function smallDistance(options: SmallDistance): SampleMaker {
  return (source, copy) => {
    const sample = new Uint8Array(source.bytes.length);
    changePixels(source.bytes, sample, drawOf(options, source, copy));
    return sample;
  };
}

/**
 * row · width + column of the pixels that a small-distance sample changes, in the order of the
 * draw; they do not depend on the image's bytes.
 * @throws RangeError if the draw does not fit the image
 */
export function smallDistancePositions(
  options: SmallDistance,
  image: DrawnOn,
  copy: number,
): Uint32Array {
  return drawPixelChanges(drawOf(options, image, copy)).positions;
}

/**
 * The pixels that a small-distance sample changes, each before and after, in the order of the draw.
 * @throws RangeError if the draw does not fit the image
 */
export function smallDistanceChanges(
  options: SmallDistance,
  source: SampleSource,
  copy: number,
): ChangedPixel[] {
  return changedPixels(source.bytes, drawOf(options, source, copy));
}
