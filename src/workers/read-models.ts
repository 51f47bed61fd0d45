import { expose } from 'comlink';
import { startBackend } from '../engine/backends/start-backend.ts';
import { wasmUrls } from '../engine/backends/wasm-urls.ts';
import { inspectModel } from '../engine/model-inspection/inspect-model.ts';
import { ModelPreview } from '../engine/model-inspection/model-preview.ts';
import { LabError, type Answer } from '../protocol/lab-error.ts';
import type { ModelReaderApi, PictureSize } from '../protocol/model-reader.ts';
import type { ReadingProgress } from '../protocol/model-source.ts';
import { holdAliveLock } from './alive-lock.ts';
import { decodeInBrowser } from './browser-decoder.ts';
import { readModel } from './model-files/read-model.ts';
import type { WorkerGreeting } from './worker-greeting.ts';

/** Least time between two reports, in milliseconds. */
const REPORT_EVERY = 100;

const optionsOf = (size: PictureSize | null) => (size === null ? {} : { size });

let backend: Promise<unknown> | null = null;
let preview: ModelPreview | null = null;

/** One backend for all that this worker does; plain JavaScript where WebAssembly is missing. */
function started(): Promise<unknown> {
  backend ??= startBackend('wasm', { wasmUrls }).catch(() => startBackend('cpu', {}));
  return backend;
}

async function answered<T>(act: () => Promise<T>): Promise<Answer<T>> {
  try {
    await started();
    return { ok: true, value: await act() };
  } catch (error) {
    if (error instanceof LabError) return { ok: false, error: error.toData() };
    const message = error instanceof Error ? error.message : String(error);
    const kind = error instanceof RangeError ? 'out-of-memory' : 'internal';
    return { ok: false, error: { kind, message: `The model could not be read: ${message}.` } };
  }
}

const api: ModelReaderApi = {
  read: (source, onProgress) => {
    let reported = 0;
    let last: ReadingProgress | null = null;
    return answered(() =>
      readModel(source, (progress) => {
        const isSame = progress.step === last?.step && progress.file === last.file;
        if (isSame && performance.now() - reported < REPORT_EVERY) return;
        reported = performance.now();
        last = progress;
        onProgress(progress);
      }),
    );
  },
  inspect: (data, size) => answered(() => inspectModel(data, optionsOf(size))),
  open: (files) =>
    answered(() => {
      preview?.dispose();
      preview = null;
      preview = new ModelPreview(files);
      return Promise.resolve(null);
    }),
  look: (image, preprocess) =>
    answered(() => {
      if (preview === null) throw new LabError('internal', 'No model is open here.');
      return preview.look(image, preprocess, { decodeInBrowser });
    }),
};

const aliveLock = await holdAliveLock('models');
expose(api);
const greeting: WorkerGreeting = { worker: 'ready', aliveLock };
postMessage(greeting);
