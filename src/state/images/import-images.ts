import type { PlannedSet } from '../../images/sets/plan-folder.ts';
import { asErrorData } from '../as-error-data.ts';
import { ImageWorkers } from '../../workers/image-workers.ts';
import { webLocks } from '../../workers/web-locks.ts';
import type { Found } from './found-file.ts';
import { freeName, IMPORT_LOCK, imageSetNamed, putImageSet } from './image-sets.ts';
import { importJobs, type ImportJob } from './import-job.ts';
import { importStore, isImporting, nothingImported, type ImportReport } from './import-store.ts';
import { readSet } from './read-set.ts';

/** Least time between two reports of progress, in milliseconds. */
const REPORT_EVERY = 120;

const workersOf = (): number =>
  Math.min(4, Math.max(1, Math.floor(navigator.hardwareConcurrency / 2)));

let abort = new AbortController();

/** How an import treats what it finds. */
export interface ImportWish {
  /** Class of pictures that no folder or table names one for; empty for none. */
  readonly looseClass: string;
  /** The set that single files are added to; a set of their own where left out. */
  readonly into?: string;
}

function withClass(planned: PlannedSet, looseClass: string): PlannedSet {
  const images = planned.images.map((image) =>
    image.className === '' ? { ...image, className: looseClass } : image,
  );
  return { ...planned, images };
}

/** File names that a set does not have yet. */
function renamed(planned: PlannedSet, taken: ReadonlySet<string>): PlannedSet {
  const used = new Set(taken);
  const images = planned.images.map((image) => {
    const dot = image.file.lastIndexOf('.');
    let { file } = image;
    for (let number = 2; used.has(file); number += 1) {
      file = `${image.file.slice(0, dot)} ${number}${image.file.slice(dot)}`;
    }
    used.add(file);
    return { ...image, file };
  });
  return { ...planned, images };
}

function addReport(part: Partial<ImportReport>): void {
  importStore.setState(({ added, faults, passedOver }) => ({
    added: [...added, ...(part.added ?? [])],
    faults: [...faults, ...(part.faults ?? [])],
    passedOver: passedOver + (part.passedOver ?? 0),
    ...(part.storage && { storage: part.storage }),
  }));
}

async function runJob(
  job: ImportJob,
  { looseClass, into }: ImportWish,
  workers: ImageWorkers,
  signal: AbortSignal,
): Promise<void> {
  const grown = into === undefined ? null : imageSetNamed(into);
  const name = into ?? freeName(job.name);
  importStore.setState({ phase: 'listing', set: name, done: 0, total: 0, secondsLeft: null });
  const listed = withClass(await job.plan(workers), looseClass);
  const planned = renamed(listed, new Set(grown?.images.map(({ file }) => file)));
  const total = planned.images.length;
  const before = importStore.getState().faults;
  const begun = performance.now();
  let reported = 0;
  importStore.setState({ phase: 'reading', total });
  const read = await readSet({
    name,
    job,
    planned,
    workers,
    atOnce: workersOf(),
    signal,
    onProgress: (done, faults) => {
      const now = performance.now();
      if (now - reported < REPORT_EVERY) return;
      reported = now;
      const seconds = (now - begun) / 1000;
      const secondsLeft = seconds < 0.5 ? null : (seconds / done) * (total - done);
      importStore.setState({ done, secondsLeft, faults: [...before, ...faults] });
    },
  });
  importStore.setState({ faults: before });
  const { images, faults, storage } = read;
  if (images.length > 0) {
    await putImageSet({
      name,
      source: grown?.source ?? job.source,
      added: grown?.added ?? Date.now(),
      images: [...(grown?.images ?? []), ...images],
      corrections: grown?.corrections ?? {},
    });
  }
  const added = images.length > 0 ? [{ name, images: images.length }] : [];
  addReport({ added, faults, storage, passedOver: planned.passedOver });
}

async function underLock(work: () => Promise<void>): Promise<void> {
  const locks = await webLocks();
  // Shared: several tabs may import, and none of them tidies up meanwhile.
  await (locks === null ? work() : locks.request(IMPORT_LOCK, { mode: 'shared' }, work));
}

async function runJobs(jobs: readonly ImportJob[], wish: ImportWish): Promise<void> {
  const { signal } = (abort = new AbortController());
  const workers = new ImageWorkers(workersOf());
  signal.addEventListener('abort', () => workers.close(), { once: true });
  try {
    for (const job of jobs) {
      if (signal.aborted) break;
      try {
        await runJob(job, wish, workers, signal);
      } catch (error) {
        if (signal.aborted) break;
        const { message } = asErrorData(error);
        const isNamed = message.startsWith(`${job.name}: `);
        const reason = isNamed ? message.slice(job.name.length + 2) : message;
        addReport({ faults: [{ name: job.name, reason }] });
      }
    }
  } finally {
    workers.close();
    importStore.setState({ phase: signal.aborted ? 'cancelled' : 'done', secondsLeft: null });
  }
}

/**
 * Makes sets of files that a person has dropped, chosen, pasted or photographed. Does nothing while
 * another import goes on.
 */
export async function importImages({ label, files }: Found, wish: ImportWish): Promise<void> {
  if (isImporting(importStore.getState())) return;
  importStore.setState({ ...nothingImported, phase: 'listing', set: '', done: 0, total: 0 });
  try {
    const jobs = await importJobs(await files);
    if (jobs.length === 0) {
      addReport({ faults: [{ name: label, reason: 'there is no file in it' }] });
      importStore.setState({ phase: 'done' });
      return;
    }
    await underLock(() => runJobs(jobs, wish));
  } catch (error) {
    addReport({ faults: [{ name: label, reason: asErrorData(error).message }] });
    importStore.setState({ phase: 'done' });
  }
}

/** Stops an import; the pictures that are read stay. */
export function cancelImport(): void {
  abort.abort();
}

/** Puts the report of the last import away. */
export function dismissImport(): void {
  if (isImporting(importStore.getState())) return;
  importStore.setState({ ...nothingImported, phase: 'idle' });
}
