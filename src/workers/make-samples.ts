import { expose } from 'comlink';
import { samplesZip, type SampleProgress } from '../images/augment/sample-archive.ts';
import type { SampleJob } from '../images/augment/sample-set.ts';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import { holdAliveLock } from './alive-lock.ts';
import type { WorkerGreeting } from './worker-greeting.ts';

/** Least time between two reports, in milliseconds. */
const REPORT_EVERY = 100;

/** What a sample job takes over the boundary: images that are named by a path cannot be opened here. */
export type ClonedSampleJob = Omit<SampleJob, 'access'>;

/** Makes samples and packs them; not a lane, nothing is classified here. */
export interface SampleZipApi {
  zip(job: ClonedSampleJob, onProgress: (progress: SampleProgress) => void): Promise<Answer<Blob>>;
}

const api: SampleZipApi = {
  zip: async (job, onProgress) => {
    let reported = performance.now();
    const report = (progress: SampleProgress): void => {
      if (performance.now() - reported < REPORT_EVERY) return;
      reported = performance.now();
      onProgress(progress);
    };
    try {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of samplesZip(job, { onProgress: report })) {
        pieces.push(Uint8Array.from(piece));
      }
      return { ok: true, value: new Blob(pieces, { type: 'application/zip' }) };
    } catch (error) {
      if (error instanceof LabError) return { ok: false, error: error.toData() };
      throw error;
    }
  },
};

const aliveLock = await holdAliveLock('samples');
expose(api);
const greeting: WorkerGreeting = { worker: 'ready', aliveLock };
postMessage(greeting);
