import { LabError } from '../../protocol/lab-error.ts';
import type { FailureLatch } from './failure-latch.ts';

interface WasmModule {
  _malloc(bytes: number): number;
}

function isWasmModule(value: unknown): value is WasmModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_malloc' in value &&
    typeof value._malloc === 'function'
  );
}

function outOfMemory(detail: string): LabError {
  return new LabError('out-of-memory', `The WASM lane has run out of memory: ${detail}.`);
}

/**
 * XNNPACK's statuses that mean a refused operator rather than a refused allocation: invalid or
 * unsupported parameters, state or hardware. Some kernels report no status, or 0, for the latter.
 */
const REFUSED = new Set(['2', '3', '4', '5']);

/**
 * Watches what the WASM module prints while it starts and from then on: a kernel that cannot get
 * its scratch memory says so there and nowhere else, and leaves its output unwritten. The module
 * keeps the `console.warn` that it finds when it is made, so the watch must be set around that.
 */
export async function watchKernelWarnings<T>(
  latch: FailureLatch,
  make: () => Promise<T>,
): Promise<T> {
  const warn = console.warn;
  console.warn = (...parts: unknown[]) => {
    const [failed, status = ''] =
      /XNN status .* is not successful\.(?: Got status (\d+))?/.exec(String(parts[0])) ?? [];
    if (failed !== undefined) {
      latch.fail(
        REFUSED.has(status)
          ? new LabError('lane-crashed', `A WASM kernel did not run (XNNPACK status ${status}).`)
          : outOfMemory('a kernel got no scratch memory'),
      );
    }
    warn.apply(console, parts);
  };
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}

/**
 * Makes a failed allocation an error. The backend itself takes the null offset for an address and
 * goes on, overwriting the start of its heap: results are then wrong without any other sign.
 * @returns names what stopped a kernel from inside, or null for errors of other origin; C++ code
 * that gets no memory ends the whole module, which is of no use afterwards
 * @throws TypeError if the backend is not made as expected
 */
export function guardWasmMemory(
  backend: object,
  latch: FailureLatch,
): (error: unknown) => Promise<LabError | null> {
  const module: unknown = 'wasm' in backend ? backend.wasm : undefined;
  if (!isWasmModule(module)) throw new TypeError('the WASM backend exposes no allocator');
  const allocate = module._malloc.bind(module);
  module._malloc = (bytes: number): number => {
    const offset = allocate(bytes);
    if (offset === 0 && bytes > 0) throw latch.fail(outOfMemory(`${bytes} bytes were refused`));
    return offset;
  };
  return async (error) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return null;
    const detail = `a kernel stopped with "${error.message}"`;
    return latch.fail(
      error.message.startsWith('Aborted')
        ? outOfMemory(detail)
        : new LabError('lane-crashed', `In the WASM lane ${detail}.`),
    );
  };
}
