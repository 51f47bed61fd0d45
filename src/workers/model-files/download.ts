import { LabError } from '../../protocol/lab-error.ts';
import { MOST_MODEL_BYTES, type ReadingProgress } from '../../protocol/model-source.ts';
import { megabytes } from './model-file.ts';

type Report = (progress: ReadingProgress) => void;

/** Address of a file behind the page that shows it, where a host has both. */
function fileAddress(url: URL): URL {
  if (url.hostname !== 'huggingface.co') return url;
  return new URL(
    url.href.replace(/^(https:\/\/huggingface\.co\/[^/]+\/[^/]+)\/blob\//, '$1/resolve/'),
  );
}

/**
 * The address of a model as a person has written it.
 * @throws LabError `model-missing` where it is none, or not of http or https
 */
export function modelAddress(text: string): URL {
  if (!URL.canParse(text.trim())) {
    throw new LabError(
      'model-missing',
      `"${text.trim()}" is not an address. Write one that begins with https://`,
      'url',
    );
  }
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new LabError(
      'model-missing',
      `Addresses that begin with ${url.protocol} are not opened, only those with https: or http:`,
      'url',
    );
  }
  return fileAddress(url);
}

/** Downloads files one after another and counts their bytes together. */
export class Download {
  readonly #report: Report;
  #bytes = 0;
  /** Bytes of all files, once a model.json has told. */
  expected: number | null = null;

  constructor(report: Report) {
    this.#report = report;
  }

  /**
   * The bytes of one file.
   * @throws LabError `model-missing` where it cannot be had, `model-unsupported` where it is too large
   */
  async file(url: URL): Promise<Blob> {
    const name = url.pathname.split('/').at(-1) || url.host;
    const response = await this.#ask(url, name);
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const whole = Number.isFinite(length) && length > 0 ? this.#bytes + length : null;
    this.#checkSize(name, whole ?? 0);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    for (;;) {
      const next = await reader?.read().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new LabError(
          'model-missing',
          `${name} broke off while it was fetched: ${why}.`,
          name,
        );
      });
      if (next?.value === undefined) break;
      parts.push(next.value);
      this.#bytes += next.value.length;
      this.#checkSize(name, this.#bytes);
      this.#report({
        step: 'download',
        file: name,
        bytes: this.#bytes,
        of: this.expected ?? whole,
      });
    }
    return new Blob(parts);
  }

  async #ask(url: URL, name: string): Promise<Response> {
    this.#report({ step: 'download', file: name, bytes: this.#bytes, of: this.expected });
    let response: Response;
    try {
      response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    } catch {
      throw new LabError(
        'model-missing',
        `${name} could not be fetched from ${url.host}. Either it cannot be reached, or it does not let other pages read its files (CORS). Download the file yourself and drop it here.`,
        name,
      );
    }
    if (response.ok) return response;
    const why = response.status === 404 ? 'there is no such file' : 'it refuses the file';
    throw new LabError(
      'model-missing',
      `${name} could not be fetched: ${url.host} answered ${response.status}, ${why}. Check the address.`,
      name,
    );
  }

  #checkSize(name: string, bytes: number): void {
    if (bytes <= MOST_MODEL_BYTES) return;
    throw new LabError(
      'model-unsupported',
      `${name} has ${megabytes(bytes)} or more; models of up to ${megabytes(MOST_MODEL_BYTES)} are opened here.`,
      name,
    );
  }
}
