import * as tf from '@tensorflow/tfjs-core';

/**
 * Makes a registered backend the current one.
 * @throws Error if it does not start
 */
export async function setBackend(name: string): Promise<object> {
  if (!(await tf.setBackend(name))) throw new Error('it is registered but does not start');
  await tf.ready();
  return tf.backend();
}
