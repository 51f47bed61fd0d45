import type { LabError } from '../../protocol/lab-error.ts';

/** Keeps the first failure that a backend cannot recover from; the lane must be replaced then. */
export class FailureLatch {
  /** Settles with the first failure; pending as long as the backend is sound. */
  readonly failed: Promise<LabError>;
  #failure: LabError | null = null;
  #settle: (failure: LabError) => void = () => {};

  constructor() {
    this.failed = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** @returns the failure that counts, which is the first one */
  fail(failure: LabError): LabError {
    if (this.#failure === null) {
      this.#failure = failure;
      this.#settle(failure);
    }
    return this.#failure;
  }

  /** @throws LabError once the backend has failed */
  check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** The failure, if it is there or comes within some milliseconds. */
  async failureWithin(milliseconds: number): Promise<LabError | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), milliseconds);
    });
    const failure = await Promise.race([this.failed, patience]);
    clearTimeout(timer);
    return failure;
  }

  /** Waits for a result that a dead device would never deliver. */
  async race<T>(result: Promise<T>): Promise<T> {
    const first = await Promise.race([
      result.then((value) => ({ value })),
      this.failed.then((failure) => ({ failure })),
    ]);
    if ('failure' in first) throw first.failure;
    return first.value;
  }
}
