import { LinkFault } from '../codec/link-fault.ts';
import type { ResultNumbers } from './linked-number.ts';
import { ByteReader, ByteWriter } from './packed-bytes.ts';

/** The numbers of a finished run as a link holds them; their order tells what they are of. */
export interface PackedNumbers extends Pick<ResultNumbers, 'kind' | 'backend' | 'version'> {
  /** First digits of the SHA-256 of the image set and of the models. */
  readonly images: string;
  readonly models: readonly string[];
  readonly values: readonly number[];
}

const VERSION = 1;
const kinds = ['sweep', 'attack', 'repair'] as const;
/** Bytes of a hash. */
const HASH = 8;
/** Web servers take addresses of 8,000 letters; the experiment needs room too. */
const MOST_LETTERS = 6000;
const MOST_MODELS = 32;
const MOST_VALUES = 20_000;

/** The text of a field; null where it would be too long for an address. */
export function packNumbers(result: ResultNumbers): string | null {
  const writer = new ByteWriter();
  writer.number(VERSION);
  writer.number(kinds.indexOf(result.kind));
  writer.text(result.backend);
  writer.text(result.version);
  writer.hash(result.images, HASH);
  writer.number(result.models.length);
  for (const { hash } of result.models) writer.hash(hash, HASH);
  writer.number(result.numbers.length);
  for (const { value } of result.numbers) writer.number(value);
  const text = writer.base64();
  return text.length > MOST_LETTERS ? null : text;
}

/** @throws LinkFault where the text is not what {@link packNumbers} writes */
export function unpackNumbers(text: string): PackedNumbers {
  if (text.length > MOST_LETTERS) throw new LinkFault('it is too long');
  const reader = new ByteReader(text);
  const version = reader.number(1000);
  if (version !== VERSION) {
    throw new LinkFault(`it is of version ${version}, and this page reads version ${VERSION}`);
  }
  const kind = kinds[reader.number(kinds.length - 1)] ?? 'sweep';
  const backend = reader.text();
  const made = reader.text();
  const images = reader.hash(HASH);
  const models = Array.from({ length: reader.number(MOST_MODELS) }, () => reader.hash(HASH));
  const values = Array.from({ length: reader.number(MOST_VALUES) }, () => reader.number());
  reader.end();
  return { kind, backend, version: made, images, models, values };
}
