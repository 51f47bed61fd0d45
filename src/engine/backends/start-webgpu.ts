import { LabError } from '../../protocol/lab-error.ts';
import type { BackendEnvironment } from './backend-environment.ts';
import { FailureLatch } from './failure-latch.ts';
import type { RunningBackend } from './running-backend.ts';
import { setBackend } from './set-backend.ts';
import { requestWebgpuAdapter } from './webgpu-adapter.ts';

/** How long the news of a lost device may come after the errors that the loss causes, in ms. */
const LOSS_MS = 1000;

async function watchLoss(device: GPUDevice, latch: FailureLatch): Promise<void> {
  const { message, reason } = await device.lost;
  const detail = message === '' ? reason : message;
  latch.fail(new LabError('device-lost', `The WebGPU device of the lane was lost: ${detail}.`));
}

function watchDevice(device: GPUDevice, latch: FailureLatch): void {
  void watchLoss(device, latch);
  // The backend looks at none of these: a refused buffer or dispatch leaves stale numbers behind.
  device.addEventListener('uncapturederror', ({ error }) => {
    latch.fail(
      error instanceof GPUOutOfMemoryError
        ? new LabError('out-of-memory', `The WebGPU lane has run out of memory: ${error.message}.`)
        : new LabError('lane-crashed', `WebGPU refused a command: ${error.message}.`),
    );
  });
}

/** WebGPU on the adapter of highest performance. */
export async function startWebgpu(environment: BackendEnvironment): Promise<RunningBackend> {
  const { software, detail } = await requestWebgpuAdapter(environment);
  // Its package looks for navigator.gpu while it loads, so the adapter comes first.
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  const backend = await setBackend('webgpu');
  if (!(backend instanceof WebGPUBackend)) throw new TypeError('another backend took its place');
  const latch = new FailureLatch();
  watchDevice(backend.device, latch);
  return {
    name: 'webgpu',
    detail,
    software,
    exactFloats: true,
    latch,
    explain: () => latch.failureWithin(LOSS_MS),
  };
}
