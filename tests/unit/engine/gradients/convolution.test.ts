import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCpu } from '../../../support/cpu.ts';
import { relativeError } from '../../../support/golden-gradients.ts';
import { convTitle, runConvCase } from '../../../support/gradient-checks.ts';
import { startWasm } from '../../../support/wasm.ts';
import { readGolden } from './golden.ts';

const golden = readGolden();

describe.each([
  ['WASM', startWasm],
  ['the CPU', startCpu],
])('convolution gradients on %s agree with PyTorch', (_, start) => {
  beforeAll(start);

  for (const c of golden.convolutions) {
    it(convTitle(c), () => {
      const inputs = 3;
      const before = tf.memory().numTensors;
      const { y, dx, dw } = runConvCase(c);
      expect(tf.memory().numTensors - before).toBe(3 + inputs);
      expect(y.shape).toEqual(c.outputShape);
      expect(dx.shape).toEqual([2, ...c.size, c.channels]);
      expect(dw.shape.slice(0, 2)).toEqual(c.kernel);
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx.dataSync(), c.dx)).toBeLessThan(1e-4);
      expect(relativeError(dw.dataSync(), c.dw)).toBeLessThan(1e-4);
    });
  }
});
