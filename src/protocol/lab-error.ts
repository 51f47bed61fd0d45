/** What went wrong, as data that crosses workers and threads. */
export type LabErrorKind =
  | 'no-backend' // no backend could be started
  | 'device-lost' // the WebGL context or the WebGPU device is gone; the lane must be replaced
  | 'out-of-memory' // an allocation failed or would fail; the lane must be replaced
  | 'non-finite' // logits that are not numbers, the visible trace of corrupt memory; the lane must be replaced
  | 'lane-crashed' // the worker ended or stopped answering
  | 'model-missing'
  | 'model-corrupt' // not readable, or weights that do not fit the topology
  | 'model-shape' // readable, but not an image classifier of the expected input and output
  | 'model-unsupported' // names the layer or operator that cannot be run
  | 'image-missing'
  | 'image-corrupt'
  | 'archive-corrupt' // a zip that is damaged or not safe to read
  | 'spec-invalid'
  | 'storage' // what the browser keeps between visits is full or blocked
  | 'cancelled'
  | 'internal';

export interface LabErrorData {
  readonly kind: LabErrorKind;
  /** One sentence: what happened and to which thing. */
  readonly message: string;
  /** The field, file, model or image at fault. */
  readonly subject?: string;
}

export class LabError extends Error {
  readonly kind: LabErrorKind;
  readonly subject: string | undefined;

  constructor(kind: LabErrorKind, message: string, subject?: string) {
    super(message);
    this.name = 'LabError';
    this.kind = kind;
    this.subject = subject;
  }

  toData(): LabErrorData {
    const data = { kind: this.kind, message: this.message };
    return this.subject === undefined ? data : { ...data, subject: this.subject };
  }

  static from(data: LabErrorData): LabError {
    return new LabError(data.kind, data.message, data.subject);
  }
}

/** Success or a typed error; what every call over a worker boundary settles to. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LabErrorData };
