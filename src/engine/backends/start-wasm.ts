import * as tf from '@tensorflow/tfjs-core';
import type { BackendEnvironment } from './backend-environment.ts';
import { FailureLatch } from './failure-latch.ts';
import type { RunningBackend } from './running-backend.ts';
import { setBackend } from './set-backend.ts';
import { guardWasmMemory, watchKernelWarnings } from './wasm-guard.ts';
import { hasWasmSimd } from './wasm-simd.ts';

/**
 * The WASM backend on this one thread: its own threads break inside a bundled worker and would
 * need cross-origin isolation; a lane a core does as much.
 */
export async function startWasm({ wasmUrls }: BackendEnvironment): Promise<RunningBackend> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (wasmUrls !== undefined) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmUrls.plain,
      'tfjs-backend-wasm-simd.wasm': wasmUrls.simd,
      // Never asked for without threads, but the map has to be complete.
      'tfjs-backend-wasm-threaded-simd.wasm': wasmUrls.simd,
    });
  }
  const latch = new FailureLatch();
  const backend = await watchKernelWarnings(latch, () => setBackend('wasm'));
  return {
    name: 'wasm',
    detail: hasWasmSimd() ? 'one thread with SIMD' : 'one thread without SIMD',
    software: false,
    exactFloats: true,
    latch,
    explain: guardWasmMemory(backend, latch),
  };
}
