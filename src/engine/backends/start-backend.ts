import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import type { BackendName } from '../../protocol/lane.ts';
import type { BackendEnvironment } from './backend-environment.ts';
import { startCpu } from './start-cpu.ts';
import { startWasm } from './start-wasm.ts';
import { startWebgl } from './start-webgl.ts';
import { startWebgpu } from './start-webgpu.ts';
import type { RunningBackend } from './running-backend.ts';

const starters = { webgpu: startWebgpu, webgl: startWebgl, wasm: startWasm, cpu: startCpu };

/**
 * Starts the one backend of this thread. Only its own package is loaded.
 * @throws LabError of kind `no-backend` that says why it cannot run here
 */
export async function startBackend(
  name: BackendName,
  environment: BackendEnvironment,
): Promise<RunningBackend> {
  tf.enableProdMode();
  try {
    return await starters[name](environment);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LabError('no-backend', `The ${name} backend cannot be started: ${reason}.`, name);
  }
}
