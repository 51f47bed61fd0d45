import { wrap } from 'comlink';
import { createStore } from 'zustand/vanilla';
import { changePixels } from '../core/pixel-change.ts';
import { imageKeyOfIndex } from '../core/random-keys.ts';
import { centredRegion } from '../core/region.ts';
import type { RankCell } from '../protocol/spec.ts';
import { corePixelValue } from '../run/pixel-values.ts';
import type { SampleApi, SampleImage } from '../workers/render-samples.ts';

export type Sample = SampleImage;

interface SampleState {
  /** Empty until they are rendered. */
  readonly samples: readonly Sample[];
}

/** Pictures that show what a pixel change looks like. */
export const sampleStore = createStore<SampleState>()(() => ({ samples: [] }));

/** Positions in the test split; three different signs. */
const wanted: readonly number[] = [8, 37, 15];

/** Renders the sample images off the main thread, once. */
export async function loadSampleImages(): Promise<void> {
  if (sampleStore.getState().samples.length > 0) return;
  const worker = new Worker(new URL('../workers/render-samples.ts', import.meta.url), {
    type: 'module',
  });
  try {
    sampleStore.setState({ samples: await wrap<SampleApi>(worker).render(wanted) });
  } finally {
    worker.terminate();
  }
}

/** How the pixels of a sample are changed. */
export interface SampleChange extends RankCell {
  readonly seed: number;
}

/** The bytes that a classifier gets in the first draw of an experiment. */
export function changedSample(
  { size, bytes, index }: Sample,
  { count, value, region, seed }: SampleChange,
) {
  const changed = new Uint8Array(bytes.length);
  changePixels(bytes, changed, {
    seed,
    imageKey: imageKeyOfIndex(index),
    draw: 0,
    count,
    value: corePixelValue(value),
    height: size,
    width: size,
    region: centredRegion(size, size, region),
  });
  return changed;
}
