import type { BackendName } from '../../protocol/lane.ts';

const backends: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/**
 * The backend that a run ended on, which it may have changed to.
 * @param written as the manifest writes it: "wasm", or "webgl → wasm"
 */
export function lastBackend(written: string): BackendName {
  const last = written.split(' → ').at(-1);
  return backends.find((backend) => backend === last) ?? 'wasm';
}
