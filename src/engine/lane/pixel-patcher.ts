import type { RunningBackend } from '../backends/running-backend.ts';
import { scatterPixels, type PatchPixels } from './patch-pixels.ts';

/** How this backend patches pixels; null where a full upload costs no more. */
export async function pixelPatcher(backend: RunningBackend): Promise<PatchPixels | null> {
  if (backend.name === 'webgpu') return scatterPixels;
  if (backend.name !== 'webgl' || !backend.exactFloats) return null;
  const { lookUpPixels } = await import('./patch-pixels-webgl.ts');
  return lookUpPixels;
}
