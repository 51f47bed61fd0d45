import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

/** Makes plain TypeScript kernels the backend of this test file. */
export async function startCpu(): Promise<void> {
  if (!(await tf.setBackend('cpu'))) throw new Error('the CPU backend did not start');
  await tf.ready();
}
