import type { BackendReport } from '../../protocol/lane.ts';
import type { BackendEnvironment } from './backend-environment.ts';
import { hasWasmSimd } from './wasm-simd.ts';
import { requestWebglContext, webglRenderer } from './webgl-context.ts';
import { requestWebgpuAdapter } from './webgpu-adapter.ts';
import { isSoftwareAdapter } from './software-adapter.ts';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function probeWebgpu(environment: BackendEnvironment): Promise<BackendReport> {
  try {
    const { software, detail } = await requestWebgpuAdapter(environment);
    return { backend: 'webgpu', available: true, software, detail };
  } catch (error) {
    return { backend: 'webgpu', available: false, software: false, detail: reasonOf(error) };
  }
}

function probeWebgl(): BackendReport {
  try {
    const { gl } = requestWebglContext();
    const detail = webglRenderer(gl);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return { backend: 'webgl', available: true, software: isSoftwareAdapter(detail), detail };
  } catch (error) {
    return { backend: 'webgl', available: false, software: false, detail: reasonOf(error) };
  }
}

function probeWasm(): BackendReport {
  const available = typeof WebAssembly === 'object';
  const detail = hasWasmSimd() ? 'one thread with SIMD' : 'one thread without SIMD';
  return {
    backend: 'wasm',
    available,
    software: false,
    detail: available ? detail : 'WebAssembly is switched off here',
  };
}

/**
 * What could compute in this thread, in the order WebGPU, WebGL, WASM, CPU. Nothing is started or
 * downloaded; a probed WebGL context is given back.
 */
export async function probeBackends(environment: BackendEnvironment): Promise<BackendReport[]> {
  return [
    await probeWebgpu(environment),
    probeWebgl(),
    probeWasm(),
    { backend: 'cpu', available: true, software: false, detail: 'plain JavaScript, slow' },
  ];
}
