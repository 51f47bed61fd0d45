import { createStore } from 'zustand/vanilla';
import type { AugmentJobSpec } from '../../protocol/augment-job.ts';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { samplesApart } from '../../workers/samples-apart.ts';
import { asErrorData } from '../as-error-data.ts';
import { namedImages } from './sample-images.ts';

interface SamplesState {
  readonly phase: 'idle' | 'making' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Null before the first report. */
  readonly secondsLeft: number | null;
  readonly error: LabErrorData | null;
  /** The samples that a file asks for, which take the place of the sentence's; null where there is none. */
  readonly opened: { readonly file: string; readonly spec: AugmentJobSpec } | null;
}

/** Samples on their way into a file. */
export const samplesStore = createStore<SamplesState>()(() => ({
  phase: 'idle',
  done: 0,
  total: 0,
  secondsLeft: null,
  error: null,
  opened: null,
}));

let abort = new AbortController();

/** Makes samples off the main thread; null, and why in the store, where it does not come to an end. */
export async function makeSamples(spec: AugmentJobSpec): Promise<Blob | null> {
  const { signal } = (abort = new AbortController());
  const begun = performance.now();
  samplesStore.setState({ phase: 'making', done: 0, total: 0, secondsLeft: null, error: null });
  try {
    const { refs, classes } = await namedImages(spec.images);
    const total = refs.length * spec.augment.samples;
    samplesStore.setState({ total });
    const job = { spec, refs, classes, versions: { pixelproof: PIXELPROOF_VERSION } };
    const zip = await samplesApart(job, {
      onProgress: ({ done }) => {
        const seconds = (performance.now() - begun) / 1000;
        samplesStore.setState({ done, secondsLeft: (seconds / done) * (total - done) });
      },
      signal,
    });
    samplesStore.setState({ phase: 'done', done: total });
    return zip;
  } catch (error) {
    const isCancelled = signal.aborted;
    samplesStore.setState({
      phase: isCancelled ? 'cancelled' : 'failed',
      error: isCancelled ? null : asErrorData(error),
    });
    return null;
  }
}

/** Shows the samples that a file asks for in place of the sentence's. */
export function openSamples(file: string, spec: AugmentJobSpec): void {
  samplesStore.setState({ phase: 'idle', error: null, opened: { file, spec } });
}

/** Goes back to the samples of the sentence. */
export function closeSamples(): void {
  samplesStore.setState({ phase: 'idle', error: null, opened: null });
}

export function cancelSamples(): void {
  abort.abort();
}
