import { LabError } from '../../../protocol/lab-error.ts';

const NEWLINE = 10;

/** Reads lines and runs of bytes off a stream, holding no more of it than was asked for. */
export class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #held = new Uint8Array(0);
  #read = 0;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** Bytes that have been taken off the stream. */
  get read(): number {
    return this.#read;
  }

  /** Stops reading. */
  async close(): Promise<void> {
    await this.#reader.cancel();
  }

  /**
   * The next line, without its end; null where the stream is over.
   * @throws LabError `archive-corrupt` where it is longer than `most` bytes or has no end
   */
  async line(most: number): Promise<string | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      if (this.#held.length === 0 && !(await this.#more())) {
        if (length === 0) return null;
        throw cutOff();
      }
      const end = this.#held.indexOf(NEWLINE);
      const part = this.#take(end < 0 ? this.#held.length : end);
      parts.push(part);
      length += part.length;
      if (length > most)
        throw new LabError('archive-corrupt', `a line is longer than ${most} bytes`);
      if (end < 0) continue;
      this.#take(1);
      return new TextDecoder('utf-8', { fatal: true }).decode(joined(parts, length));
    }
  }

  /** @throws LabError `archive-corrupt` where the stream is over before */
  async bytes(length: number): Promise<Uint8Array<ArrayBuffer>> {
    // Joined once they are all here: a length that only a header claims takes no memory.
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0;) {
      if (this.#held.length === 0 && !(await this.#more())) throw cutOff();
      const part = this.#take(Math.min(left, this.#held.length));
      parts.push(part);
      left -= part.length;
    }
    return joined(parts, length);
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    if (done) return false;
    this.#held = new Uint8Array(value);
    this.#read += value.length;
    return true;
  }

  #take(length: number): Uint8Array {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }
}

function cutOff(): LabError {
  return new LabError('archive-corrupt', 'it ends in the middle of a run');
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
