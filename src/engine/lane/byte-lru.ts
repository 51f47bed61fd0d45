/** A cache bounded by the bytes of its values; the least recently used go first. */
export class ByteLru<T> {
  readonly #budget: number;
  readonly #dispose: (value: T) => void;
  readonly #entries = new Map<string, { value: T; bytes: number }>();
  #bytes = 0;

  /**
   * @param budget in bytes
   * @param dispose called for each value that leaves
   */
  constructor(budget: number, dispose: (value: T) => void = () => {}) {
    this.#budget = budget;
    this.#dispose = dispose;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value; one that is larger than the whole budget stays until the next one comes. */
  set(key: string, value: T, bytes: number): void {
    this.#remove(key);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes + bytes <= this.#budget) break;
      this.#remove(oldest);
    }
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
  }

  clear(): void {
    for (const key of this.#entries.keys()) this.#remove(key);
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
    this.#dispose(entry.value);
  }
}
