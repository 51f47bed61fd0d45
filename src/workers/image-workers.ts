import { wrap, type Remote } from 'comlink';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import type { ExamineApi } from './examine-images.ts';
import { startInTurn } from './start-in-turn.ts';
import { startedWorker } from './started-worker.ts';

interface OpenWorker {
  readonly api: Remote<ExamineApi>;
  readonly ended: Promise<string>;
  readonly terminate: () => void;
}

async function open(): Promise<OpenWorker> {
  const worker = new Worker(new URL('./examine-images.ts', import.meta.url), { type: 'module' });
  const { ended } = await startedWorker(worker);
  return { api: wrap<ExamineApi>(worker), ended, terminate: () => worker.terminate() };
}

/**
 * Some workers that open pictures, one each at a time. A worker that is lost on a picture fails that
 * call alone; the next call starts another.
 */
export class ImageWorkers {
  readonly #free: (OpenWorker | null)[];
  readonly #open = new Set<OpenWorker>();
  readonly #waiting: ((worker: OpenWorker | null) => void)[] = [];
  readonly #closed: Promise<never>;
  #close: (error: LabError) => void = () => undefined;
  #isClosed = false;

  /** @param most workers, which are started when they are needed */
  constructor(most: number) {
    this.#free = Array.from({ length: most }, () => null);
    this.#closed = new Promise((_, reject) => {
      this.#close = reject;
    });
    this.#closed.catch(() => undefined);
  }

  /**
   * Asks the next free worker.
   * @throws LabError as the worker answers, `internal` where it is lost, `cancelled` once closed
   */
  async ask<T>(call: (api: Remote<ExamineApi>) => Promise<Answer<T>>): Promise<T> {
    const held = await this.#take();
    let worker = held;
    try {
      if (this.#isClosed) return await this.#closed;
      worker ??= await this.#start();
      const { api, ended } = worker;
      const lost = ended.then((why) =>
        Promise.reject(new LabError('internal', `The worker that opens pictures stopped: ${why}.`)),
      );
      const answer = await Promise.race([call(api), lost, this.#closed]).catch((error: unknown) => {
        this.#drop(worker);
        worker = null;
        throw error;
      });
      if (!answer.ok) throw LabError.from(answer.error);
      return answer.value;
    } finally {
      this.#release(worker);
    }
  }

  /** Ends all workers; what they were asked fails. */
  close(): void {
    this.#isClosed = true;
    for (const worker of this.#open) worker.terminate();
    this.#open.clear();
    this.#close(new LabError('cancelled', 'Opening the pictures was cancelled.'));
  }

  async #start(): Promise<OpenWorker> {
    try {
      const worker = await startInTurn(open);
      if (this.#isClosed) worker.terminate();
      else this.#open.add(worker);
      return worker;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new LabError('internal', `A worker that opens pictures cannot be started: ${why}.`);
    }
  }

  #drop(worker: OpenWorker | null): void {
    if (worker === null) return;
    worker.terminate();
    this.#open.delete(worker);
  }

  #take(): Promise<OpenWorker | null> {
    const free = this.#free.pop();
    if (free !== undefined) return Promise.resolve(free);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(worker: OpenWorker | null): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(worker);
    else next(worker);
  }
}
