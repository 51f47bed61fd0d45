import * as tf from '@tensorflow/tfjs-core';
import { LabError } from '../../protocol/lab-error.ts';
import { FailureLatch } from './failure-latch.ts';
import type { RunningBackend } from './running-backend.ts';
import { setBackend } from './set-backend.ts';
import { isSoftwareAdapter } from './software-adapter.ts';
import { requestWebglContext, webglRenderer } from './webgl-context.ts';

function lostContext(): LabError {
  return new LabError('device-lost', 'The WebGL context of the lane was lost.');
}

/** WebGL 2 on a context that the lane owns, so that its loss is noticed. */
export async function startWebgl(): Promise<RunningBackend> {
  const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  const { canvas, gl } = requestWebglContext();
  const latch = new FailureLatch();
  canvas.addEventListener('webglcontextlost', () => latch.fail(lostContext()));
  setWebGLContext(2, gl);
  await setBackend('webgl');
  const exactFloats = tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
  const renderer = webglRenderer(gl);
  return {
    name: 'webgl',
    detail: exactFloats ? renderer : `${renderer}, in 16-bit floats`,
    software: isSoftwareAdapter(renderer),
    exactFloats,
    latch,
    // Every call on a lost context fails in its own way, often before the event is delivered.
    explain: async () => (gl.isContextLost() ? latch.fail(lostContext()) : null),
  };
}
