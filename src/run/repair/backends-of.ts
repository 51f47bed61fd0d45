import type { BackendName } from '../../protocol/lane.ts';

const names: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** The backends that a manifest names: "webgl → wasm". */
export function backendsOf(text: string): BackendName[] {
  return text.split(' → ').flatMap((part) => names.find((name) => name === part) ?? []);
}
