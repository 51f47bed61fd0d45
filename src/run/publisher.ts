/** Passes values on to listeners, not more often than an interval; the last one always arrives. */
export class Publisher<T> {
  readonly #interval: number;
  readonly #now: () => number;
  readonly #make: () => T;
  readonly #listeners = new Set<(value: T) => void>();
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * @param make computes the value to publish; called at most once an interval
   * @param interval milliseconds
   */
  constructor(make: () => T, interval: number, now: () => number) {
    this.#make = make;
    this.#interval = interval;
    this.#now = now;
  }

  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something has changed; publishes now or at the end of the interval. */
  touch(): void {
    if (this.#listeners.size === 0) return;
    const wait = this.#last + this.#interval - this.#now();
    // Timers of a hidden page come late: whoever comes after the interval does not wait for one.
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Publishes now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = this.#now();
    if (this.#listeners.size === 0) return;
    const value = this.#make();
    for (const listener of this.#listeners) listener(value);
  }
}
