import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  trainingBatchNorm,
  trainingBatchNormGradient,
} from '../../../../src/engine/gradients/batch-norm.ts';
import { startCpu } from '../../../support/cpu.ts';
import { goldenTensor, relativeError } from '../../../support/golden-gradients.ts';
import { poolTitle, runPoolCase } from '../../../support/gradient-checks.ts';
import { startWasm } from '../../../support/wasm.ts';
import { readGolden } from './golden.ts';

const golden = readGolden();

const backends = [
  ['WASM', startWasm],
  ['the CPU', startCpu],
] as const;

describe.each(backends)('pooling gradients on %s agree with PyTorch', (_, start) => {
  beforeAll(start);

  for (const c of golden.pools) {
    it(poolTitle(c), () => {
      const { y, dx } = runPoolCase(c);
      expect(y.shape).toEqual(c.outputShape);
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx.dataSync(), c.dx)).toBeLessThan(1e-4);
    });
  }
});

describe.each(backends)('batch norm in training on %s agrees with PyTorch', (_, start) => {
  beforeAll(start);

  for (const c of golden.batchNorms) {
    it(`over ${c.shape.join('×')}, ε = ${c.epsilon}`, () => {
      const channels = c.shape.at(-1) ?? 0;
      const x = goldenTensor(c.shape, 3 * c.number);
      const gamma = tf.add(goldenTensor([channels], 3 * c.number + 1), 1.5);
      const beta = goldenTensor([channels], 3 * c.number + 4);
      const dy = goldenTensor(c.shape, 3 * c.number + 2);
      const { y, trace, statistics } = trainingBatchNorm(x, gamma, beta, c.epsilon);
      const { dx, dGamma, dBeta } = trainingBatchNormGradient(dy, trace, gamma, true);
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx?.dataSync() ?? [], c.dx)).toBeLessThan(1e-4);
      expect(relativeError(dGamma.dataSync(), c.dgamma)).toBeLessThan(1e-4);
      expect(relativeError(dBeta.dataSync(), c.dbeta)).toBeLessThan(1e-4);
      const tenth = tf.mul(statistics.mean, 0.1).dataSync();
      expect(relativeError(tenth, c.runningMean)).toBeLessThan(1e-5);
    });
  }
});
