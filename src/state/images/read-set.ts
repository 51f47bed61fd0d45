import type { PlannedSet } from '../../images/sets/plan-folder.ts';
import type { FileFault, PlannedImage, SetImage } from '../../images/sets/set-image.ts';
import { LabError, type LabErrorData } from '../../protocol/lab-error.ts';
import type { OpenedImage } from '../../workers/examine-images.ts';
import type { ImageWorkers } from '../../workers/image-workers.ts';
import { asErrorData } from '../as-error-data.ts';
import type { ImportJob } from './import-job.ts';
import { imageId, keepImages } from './kept-sets.ts';
import { holdFile, isForThisVisit } from './visit-files.ts';

/** Pictures that are kept in one transaction. */
const BATCH = 24;

interface Opened {
  readonly planned: PlannedImage;
  readonly image: OpenedImage;
}

export interface ReadOptions {
  /** Under which the files are kept. */
  readonly name: string;
  readonly job: Pick<ImportJob, 'open'>;
  readonly planned: PlannedSet;
  readonly workers: ImageWorkers;
  /** Pictures that are opened at the same time. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, faults: readonly FileFault[]) => void;
}

export interface ReadSet {
  /** Those that are in order, in the planned order. */
  readonly images: readonly SetImage[];
  readonly faults: readonly FileFault[];
  /** Why they are not kept beyond this visit; null where they are. */
  readonly storage: LabErrorData | null;
}

/** What is wrong with a file, without its name in front. */
function reasonOf(error: unknown, { path, file }: PlannedImage): string {
  const message = error instanceof Error ? error.message : String(error);
  const prefix = [path, file].find((each) => message.startsWith(`${each}: `));
  return prefix === undefined ? message : message.slice(prefix.length + 2);
}

/** Keeps opened pictures in the browser's storage, or in memory once that is full. */
class Keeper {
  readonly #set: string;
  #batch: Opened[] = [];
  #error: LabErrorData | null = null;

  constructor(set: string) {
    this.#set = set;
  }

  get error(): LabErrorData | null {
    return this.#error;
  }

  async add(opened: Opened): Promise<void> {
    this.#batch.push(opened);
    if (this.#batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    if (isForThisVisit(this.#set)) {
      this.#hold(batch);
      return;
    }
    const set = this.#set;
    const idOf = ({ planned }: Opened) => imageId(set, planned.file);
    try {
      await keepImages(
        set,
        batch.map((each) => ({ id: idOf(each), set, content: each.image.content })),
        batch.map((each) => ({ id: idOf(each), set, bytes: each.image.thumbnail })),
      );
    } catch (error) {
      this.#error = asErrorData(error);
      this.#hold(batch);
    }
  }

  #hold(batch: readonly Opened[]): void {
    for (const { planned, image } of batch) {
      const { content, thumbnail } = image;
      holdFile(this.#set, planned.file, { content, thumbnail });
    }
  }
}

/**
 * Opens the pictures of a set one by one and keeps them. A bad one is reported and the rest goes on;
 * once aborted, those that are done stay.
 */
export async function readSet(options: ReadOptions): Promise<ReadSet> {
  const { name, job, planned, workers, atOnce, signal, onProgress } = options;
  const keeper = new Keeper(name);
  const images = new Map<PlannedImage, SetImage>();
  const faults: FileFault[] = [...planned.faults];
  const left = planned.images.values();
  let done = 0;

  const open = async (each: PlannedImage): Promise<void> => {
    try {
      const source = await job.open(each.path);
      const image = await workers.ask((api) => api.examine(source, each.file));
      const { sha256, width, height, bytes } = image;
      await keeper.add({ planned: each, image });
      const { file, className } = each;
      images.set(each, { file, className, sha256, width, height, bytes });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof LabError && error.kind === 'cancelled') return;
      faults.push({ name: each.file, reason: reasonOf(error, each) });
    }
    done += 1;
    onProgress(done, faults);
  };
  const loop = async (): Promise<void> => {
    for (const each of left) {
      if (signal.aborted) return;
      await open(each);
    }
  };
  // The loops share one iterator: whoever is free takes the next picture.
  await Promise.all(Array.from({ length: atOnce }, loop));
  await keeper.flush();
  return {
    images: planned.images.flatMap((each) => images.get(each) ?? []),
    faults,
    storage: keeper.error,
  };
}
