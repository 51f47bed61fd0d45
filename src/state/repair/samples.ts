import { createStore } from 'zustand/vanilla';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import { samplesApart } from '../../workers/samples-apart.ts';
import { asErrorData } from '../as-error-data.ts';
import { sampleSpec, type SampleWish } from './sample-spec.ts';

interface SamplesState {
  readonly phase: 'idle' | 'making' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Null before the first report. */
  readonly secondsLeft: number | null;
  readonly error: LabErrorData | null;
}

/** Samples on their way into a file. */
export const samplesStore = createStore<SamplesState>()(() => ({
  phase: 'idle',
  done: 0,
  total: 0,
  secondsLeft: null,
  error: null,
}));

let abort = new AbortController();

/** Makes samples off the main thread; null, and why in the store, where it does not come to an end. */
export async function makeSamples(
  repair: Pick<RepairExperiment, 'seed' | 'repair'>,
  wish: SampleWish,
): Promise<Blob | null> {
  const { signal } = (abort = new AbortController());
  const total = wish.images * wish.samples;
  const begun = performance.now();
  samplesStore.setState({ phase: 'making', done: 0, total, secondsLeft: null, error: null });
  try {
    const { roadsideImages } = await import('../../images/roadside-set.ts');
    const { refs, labels, classNames } = roadsideImages('train', wish.images);
    const job = {
      spec: sampleSpec(repair, wish),
      refs,
      classes: Array.from(labels, (label) => classNames[label] ?? ''),
      versions: { pixelproof: PIXELPROOF_VERSION },
    };
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

export function cancelSamples(): void {
  abort.abort();
}
