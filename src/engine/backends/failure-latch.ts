import type { LabError } from '../../protocol/lab-error.ts';

/** Keeps the first failure that a backend cannot recover from; the lane must be replaced then. */
export class FailureLatch {
  /**
   * What waits for a failure at the moment. Each leaves when it needs to wait no longer: reactions
   * to one promise for the life of the lane would keep every result that was raced against it.
   */
  readonly #waiting = new Set<(failure: LabError) => void>();
  #failure: LabError | null = null;

  /** @returns the failure that counts, which is the first one */
  fail(failure: LabError): LabError {
    if (this.#failure === null) {
      this.#failure = failure;
      for (const tell of this.#waiting) tell(failure);
      this.#waiting.clear();
    }
    return this.#failure;
  }

  /** @throws LabError once the backend has failed */
  check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** The failure, if it is there or comes within some milliseconds. */
  async failureWithin(milliseconds: number): Promise<LabError | null> {
    if (this.#failure !== null) return this.#failure;
    return new Promise((resolve) => {
      const tell = (failure: LabError): void => {
        clearTimeout(timer);
        resolve(failure);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(tell);
        resolve(null);
      }, milliseconds);
      this.#waiting.add(tell);
    });
  }

  /**
   * Waits for a result that a dead device would never deliver.
   * @throws LabError once the backend has failed, and what `result` rejects with
   */
  race<T>(result: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) reject(this.#failure);
      else this.#waiting.add(reject);
      void result.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }
}
