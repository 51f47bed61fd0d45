import type { BackendName } from '../protocol/lane.ts';

/** Names of the backends, as people write them. */
export const backendNames: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

const written = new Map<string, string>(Object.entries(backendNames));

/** What a manifest says computed, "webgl → wasm" after a change, as people write it. */
export function backendText(backend: string): string {
  return backend
    .split(' → ')
    .map((name) => written.get(name) ?? name)
    .join(', then ');
}
