import { useMemo } from 'react';
import { pixelsOf } from '../../../charts/format.ts';
import { changedSample, type Sample } from '../../../state/sample-images.ts';
import classes from './sample-strip.module.css';

interface SamplePictureProps {
  /** Undefined while it is rendered. */
  readonly sample: Sample | undefined;
  readonly count: number;
  readonly seed: number;
}

/** One image, each of its pixels a square of two by two. */
export function SamplePicture({ sample, count, seed }: SamplePictureProps) {
  const address = useMemo(
    () => sample && toDataUrl(changedSample(sample, count, seed), sample.size),
    [sample, count, seed],
  );
  if (sample === undefined) return <div className={classes.picture} />;

  const what = count === 0 ? 'as it is' : `${pixelsOf(count)} changed`;
  const label = `${sample.className.replaceAll('-', ' ')}, ${what}`;
  return <img className={classes.picture} src={address} alt={label} title={label} />;
}

function toDataUrl(bytes: Uint8Array, size: number): string {
  const image = new ImageData(size, size);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    image.data.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    image.data[pixel * 4 + 3] = 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  // On a GPU canvas reading back would block the page until the GPU process has started and answered.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
