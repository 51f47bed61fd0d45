import type { RunningBackend } from '../backends/running-backend.ts';
import { scatterPixels, type PatchPixels } from './patch-pixels.ts';

/** How this backend patches pixels; null where it can or need not. */
export async function pixelPatcher(backend: RunningBackend): Promise<PatchPixels | null> {
  if (backend.name === 'webgpu' || backend.name === 'wasm') return scatterPixels;
  if (backend.name !== 'webgl' || !backend.exactFloats) return null;
  const { lookUpPixels } = await import('./patch-pixels-webgl.ts');
  return lookUpPixels;
}
