import type { BackendName } from '../protocol/lane.ts';

/** Names of the backends, as people write them. */
export const backendNames: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};
