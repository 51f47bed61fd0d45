import { wrap, type Remote } from 'comlink';
import { createStore } from 'zustand/vanilla';
import { changePixels } from '../core/pixel-change.ts';
import { centredRegion } from '../core/region.ts';
import { splitStart } from '../images/roadside/splits.ts';
import type { RankCell } from '../protocol/spec.ts';
import { corePixelValue } from '../run/pixel-values.ts';
import type { RoadsideSample, SampleApi, SampleImage } from '../workers/render-samples.ts';

export type Sample = SampleImage;

interface SampleState {
  /** Empty until they are rendered. */
  readonly samples: readonly RoadsideSample[];
}

/** Pictures that show what a pixel change looks like. */
export const sampleStore = createStore<SampleState>()(() => ({ samples: [] }));

/** Positions in the test split; three different signs. */
const wanted: readonly number[] = [8, 37, 15];

/** Indices of the sample images among all of Roadside. */
export const sampleIndices: readonly number[] = wanted.map((each) => splitStart('test') + each);

/** Asks a worker that ends with its answer. */
export async function askSampleWorker<T>(ask: (api: Remote<SampleApi>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('../workers/render-samples.ts', import.meta.url), {
    type: 'module',
  });
  try {
    return await ask(wrap<SampleApi>(worker));
  } finally {
    worker.terminate();
  }
}

let rendering: Promise<void> | null = null;

/** Renders the sample images off the main thread, once for all who ask; again after a failure. */
export function loadSampleImages(): Promise<void> {
  rendering ??= askSampleWorker((api) => api.render(wanted)).then(
    (samples) => sampleStore.setState({ samples }),
    (error: unknown) => {
      rendering = null;
      throw error;
    },
  );
  return rendering;
}

/** How the pixels of a sample are changed. */
export interface SampleChange extends RankCell {
  readonly seed: number;
}

/** The bytes that a classifier gets in the first draw of an experiment. */
export function changedSample(
  { height, width, bytes, key }: Sample,
  { count, value, region, seed }: SampleChange,
) {
  const changed = new Uint8Array(bytes.length);
  changePixels(bytes, changed, {
    seed,
    imageKey: key,
    draw: 0,
    count,
    value: corePixelValue(value),
    height,
    width,
    region: centredRegion(height, width, region),
  });
  return changed;
}
