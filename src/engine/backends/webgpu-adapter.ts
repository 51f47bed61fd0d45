import type { BackendEnvironment } from './backend-environment.ts';
import { isSoftwareAdapter } from './software-adapter.ts';

export interface FoundAdapter {
  readonly software: boolean;
  readonly detail: string;
}

function describe(info: GPUAdapterInfo): string {
  const names = [info.vendor, info.architecture, info.description].filter((name) => name !== '');
  return names.length === 0 ? 'unnamed adapter' : names.join(' ');
}

/**
 * The adapter that the WebGPU backend would use.
 * @throws Error that says why there is none
 */
export async function requestWebgpuAdapter(environment: BackendEnvironment): Promise<FoundAdapter> {
  await environment.installWebgpu?.();
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (gpu === undefined) throw new Error('there is no WebGPU in this thread');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('WebGPU finds no adapter');
  const { info } = adapter;
  const software =
    info.isFallbackAdapter ||
    isSoftwareAdapter(info.vendor, info.architecture, info.device, info.description);
  return { software, detail: describe(info) };
}
