import { proxy, wrap } from 'comlink';
import type { SampleProgress } from '../images/augment/sample-archive.ts';
import { LabError } from '../protocol/lab-error.ts';
import type { ClonedSampleJob, SampleZipApi } from './make-samples.ts';
import { startedWorker } from './started-worker.ts';

interface SamplesApartOptions {
  readonly onProgress: (progress: SampleProgress) => void;
  /** Ends the worker, and with it all that it has made. */
  readonly signal: AbortSignal;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => reject(new LabError('cancelled', 'The samples were cancelled.'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}

/**
 * The samples of a job in one zip, made by a worker.
 * @throws LabError of the job, `cancelled`, or `internal` where the worker cannot do it
 */
export async function samplesApart(
  job: ClonedSampleJob,
  { onProgress, signal }: SamplesApartOptions,
): Promise<Blob> {
  const worker = new Worker(new URL('./make-samples.ts', import.meta.url), { type: 'module' });
  const failed = (why: unknown) =>
    new LabError('internal', `The samples could not be made: ${String(why)}.`);
  try {
    const aborted = whenAborted(signal);
    const { ended } = await Promise.race([
      startedWorker(worker).catch((error: unknown) => Promise.reject(failed(error))),
      aborted,
    ]);
    const answer = await Promise.race([
      wrap<SampleZipApi>(worker).zip(job, proxy(onProgress)),
      ended.then((why) => Promise.reject(failed(why))),
      aborted,
    ]);
    if (!answer.ok) throw LabError.from(answer.error);
    return answer.value;
  } finally {
    worker.terminate();
  }
}
