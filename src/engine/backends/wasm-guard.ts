import { LabError } from '../../protocol/lab-error.ts';
import type { FailureLatch } from './failure-latch.ts';

interface WasmModule {
  _malloc(bytes: number): number;
  _free(offset: number): void;
}

function isWasmModule(value: unknown): value is WasmModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_malloc' in value &&
    typeof value._malloc === 'function' &&
    '_free' in value &&
    typeof value._free === 'function'
  );
}

function outOfMemory(detail: string): LabError {
  return new LabError('out-of-memory', `The WASM lane has run out of memory: ${detail}.`);
}

/** XNNPACK's status for a failed allocation. */
const XNN_OUT_OF_MEMORY = 6;

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
    const [, status] = /XNN status .*Got status (\d+)/.exec(String(parts[0])) ?? [];
    if (status !== undefined) {
      latch.fail(
        Number(status) === XNN_OUT_OF_MEMORY
          ? outOfMemory('a kernel got no scratch memory')
          : new LabError('internal', `A WASM kernel did not run (XNNPACK status ${status}).`),
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

/** Free memory below this counts as short when a kernel has stopped. */
const SHORT = 64 * 2 ** 20;

/**
 * Makes a failed allocation an error. The backend itself takes the null offset for an address and
 * goes on, overwriting the start of its heap: results are then wrong without any other sign.
 * @returns names what stopped a kernel from inside, or null for errors of other origin: the C++
 * code ends the module both when memory is short and when an assertion fails, and the module is
 * of no use afterwards either way
 * @throws TypeError if the backend is not made as expected
 */
export function guardWasmMemory(
  backend: object,
  latch: FailureLatch,
): (error: unknown) => LabError | null {
  const module: unknown = 'wasm' in backend ? backend.wasm : undefined;
  if (!isWasmModule(module)) throw new TypeError('the WASM backend exposes no allocator');
  const allocate = module._malloc.bind(module);
  module._malloc = (bytes: number): number => {
    const offset = allocate(bytes);
    if (offset === 0 && bytes > 0) throw latch.fail(outOfMemory(`${bytes} bytes were refused`));
    return offset;
  };
  const isShort = (): boolean => {
    const offset = allocate(SHORT);
    if (offset !== 0) module._free(offset);
    return offset === 0;
  };
  return (error) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return null;
    const detail = `a kernel stopped with "${error.message}"`;
    return latch.fail(
      isShort() ? outOfMemory(detail) : new LabError('lane-crashed', `In the WASM lane ${detail}.`),
    );
  };
}
