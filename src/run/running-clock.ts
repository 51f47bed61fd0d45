/** Milliseconds of running, pauses left out. */
export class RunningClock {
  readonly #now: () => number;
  #before = 0;
  #since: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  run(): void {
    this.#since ??= this.#now();
  }

  hold(): void {
    this.#before = this.elapsed;
    this.#since = null;
  }

  get elapsed(): number {
    return this.#before + (this.#since === null ? 0 : this.#now() - this.#since);
  }
}
