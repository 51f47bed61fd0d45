import * as tf from '@tensorflow/tfjs-core';
import { MathBackendWebGL, type GPGPUProgram } from '@tensorflow/tfjs-backend-webgl';
import { convertPixel } from './byte-tables.ts';
import type { PatchPixels } from './patch-pixels.ts';

const KERNEL = 'PatchPixels';

/** Larger than the index of any pixel, and exact in float32. */
const NOWHERE = 2 ** 24;

/** @param slots sorted addresses an image, a power of two */
function patchProgram(shape: readonly number[], slots: number): GPGPUProgram {
  const [, , width = 0] = shape;
  return {
    variableNames: ['unchanged', 'positions', 'values'],
    outputShape: [...shape],
    userCode: `
      void main() {
        ivec4 at = getOutputCoords();
        float pixel = float(at.y * ${width} + at.z);
        int low = 0;
        int high = ${slots - 1};
        for (int step = 0; step < ${Math.log2(slots)}; ++step) {
          int middle = (low + high) / 2;
          if (getPositions(at.x, middle) < pixel) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        setOutput(getPositions(at.x, low) == pixel
          ? getValues(at.x, low, at.w)
          : getUnchanged(at.x, at.y, at.z, at.w));
      }
    `,
  };
}

tf.registerKernel({
  kernelName: KERNEL,
  backendName: 'webgl',
  kernelFunc: ({ inputs, backend }) => {
    const { unchanged, positions, values } = inputs;
    if (
      !(backend instanceof MathBackendWebGL) ||
      unchanged === undefined ||
      positions === undefined ||
      values === undefined
    ) {
      throw new TypeError('pixels are patched on WebGL with addresses and values');
    }
    const program = patchProgram(unchanged.shape, positions.shape[1] ?? 1);
    return backend.compileAndRun(program, [unchanged, positions, values], 'float32');
  },
});

/**
 * By looking each pixel up among the sorted addresses of its image. The scatter kernel of this
 * backend compares every pixel of the batch with every changed pixel of the batch instead.
 */
export const lookUpPixels: PatchPixels = (unchanged, changed, tables) => {
  const [size] = unchanged.shape;
  const most = Math.max(1, ...changed.map(({ positions }) => positions.length));
  const slots = 2 ** Math.ceil(Math.log2(most));
  const addresses = new Float32Array(size * slots).fill(NOWHERE);
  const values = new Float32Array(size * slots * 3);
  for (const [image, { bytes, positions }] of changed.entries()) {
    const inOrder = Array.from(positions.keys()).sort(
      (a, b) => (positions[a] ?? 0) - (positions[b] ?? 0),
    );
    for (const [slot, pixel] of inOrder.entries()) {
      addresses[image * slots + slot] = positions[pixel] ?? 0;
      convertPixel(tables, bytes, pixel, values, (image * slots + slot) * 3);
    }
  }
  return tf.tidy(() =>
    tf.engine().runKernel<tf.Tensor4D>(KERNEL, {
      unchanged,
      positions: tf.tensor2d(addresses, [size, slots]),
      values: tf.tensor3d(values, [size, slots, 3]),
    }),
  );
};
