import { LinkFault } from '../codec/link-fault.ts';

const MOST_TEXT = 64;

/** Bytes written one after another; whole numbers take seven bits a byte, lowest first. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  text(text: string): void {
    const bytes = [...new TextEncoder().encode(text)].slice(0, MOST_TEXT);
    this.number(bytes.length);
    this.#bytes.push(...bytes);
  }

  /** The first bytes of a hash in hexadecimal digits. */
  hash(hex: string, bytes: number): void {
    for (let at = 0; at < bytes; at += 1) {
      this.#bytes.push(Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16) || 0);
    }
  }

  /** Base64 with the alphabet of addresses, without padding. */
  base64(): string {
    const binary = this.#bytes.map((byte) => String.fromCharCode(byte)).join('');
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }
}

function bytesOf(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) throw new LinkFault('it holds characters that no link has there');
  let binary: string;
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    throw new LinkFault('it is cut off');
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Reads what {@link ByteWriter} has written; everything throws LinkFault where it is not there. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(text: string) {
    this.#bytes = bytesOf(text);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new LinkFault('it is cut off');
    this.#at += 1;
    return byte;
  }

  number(most = Number.MAX_SAFE_INTEGER): number {
    let value = 0;
    let scale = 1;
    for (let byte = 128; byte > 127; scale *= 128) {
      byte = this.#byte();
      value += (byte % 128) * scale;
      if (value > most) throw new LinkFault('a number in it is too large');
    }
    return value;
  }

  text(): string {
    const bytes = Uint8Array.from({ length: this.number(MOST_TEXT) }, () => this.#byte());
    // Control characters say nothing to a reader.
    return new TextDecoder().decode(bytes).replaceAll(/\p{C}/gu, '');
  }

  hash(bytes: number): string {
    return Array.from({ length: bytes }, () => this.#byte().toString(16).padStart(2, '0')).join('');
  }

  end(): void {
    if (this.#at < this.#bytes.length) throw new LinkFault('it goes on after its end');
  }
}
