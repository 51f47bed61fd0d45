import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { ImageRef } from '../protocol/image-ref.ts';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import type { ModelData, ModelFiles } from '../protocol/model-files.ts';
import type { ModelInspection } from '../protocol/model-inspection.ts';
import type {
  ModelSource,
  ReadingProgress,
  ReadModel,
  SeenPicture,
} from '../protocol/model-source.ts';
import type { Preprocess } from '../protocol/spec.ts';
import type { ModelReaderApi, PictureSize } from '../protocol/model-reader.ts';
import { startedWorker } from './started-worker.ts';

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => reject(new LabError('cancelled', 'Opening the model was cancelled.'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}

/** A worker that reads models; every call settles, also when the worker dies or is closed. */
export class ModelReader {
  readonly #worker = new Worker(new URL('./read-models.ts', import.meta.url), { type: 'module' });
  readonly #api = wrap<ModelReaderApi>(this.#worker);
  readonly #closing = new AbortController();
  readonly #closed = whenAborted(this.#closing.signal);
  readonly #started = startedWorker(this.#worker);

  constructor() {
    // What becomes of the worker is told by the calls.
    this.#closed.catch(() => undefined);
    this.#started.catch(() => undefined);
  }

  /**
   * Reads and inspects a model from files or an address.
   * @throws LabError naming the file at fault, or `cancelled`
   */
  read(source: ModelSource, onProgress: (progress: ReadingProgress) => void): Promise<ReadModel> {
    return this.#call((api) => api.read(source, proxy(onProgress)));
  }

  /** @param data is given away: its weights are empty here afterwards */
  inspect(data: ModelData, size: PictureSize | null): Promise<ModelInspection> {
    return this.#call((api) => api.inspect(transfer(data, [data.weights]), size));
  }

  /**
   * Takes a model in, for {@link look}.
   * @param files are given away: their weights are empty here afterwards
   */
  open(files: ModelFiles): Promise<null> {
    return this.#call((api) => api.open(transfer(files, [files.data.weights])));
  }

  /** What the open model is given of a picture, and what it answers. */
  look(image: ImageRef, preprocess: Preprocess): Promise<SeenPicture> {
    return this.#call((api) => api.look(image, preprocess));
  }

  /** Ends the worker at once. */
  close(): void {
    this.#closing.abort();
    this.#worker.terminate();
  }

  async #call<T>(call: (api: Remote<ModelReaderApi>) => Promise<Answer<T>>): Promise<T> {
    const failed = (why: unknown) =>
      new LabError('internal', `The model could not be read: ${String(why)}.`);
    const started = this.#started.catch((error: unknown) => Promise.reject(failed(error)));
    const { ended } = await Promise.race([started, this.#closed]);
    const answer = await Promise.race([
      call(this.#api),
      ended.then((why) => Promise.reject(failed(why))),
      this.#closed,
    ]);
    if (!answer.ok) throw LabError.from(answer.error);
    return answer.value;
  }
}
