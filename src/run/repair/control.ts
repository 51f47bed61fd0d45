/** Where work under way stops for a pause, and learns that the run was cancelled. */
export class Control {
  #isPaused = false;
  #isCancelled = false;
  #waiting: (() => void)[] = [];

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#release();
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#release();
  }

  /** Waits as long as the run is paused; false once it is cancelled. */
  async pass(): Promise<boolean> {
    while (this.#isPaused && !this.#isCancelled) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    return !this.#isCancelled;
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }
}
