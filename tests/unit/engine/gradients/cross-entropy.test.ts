import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from '../../../../src/engine/gradients/cross-entropy.ts';
import { startWasm } from '../../../support/wasm.ts';

describe('softmax cross-entropy', () => {
  beforeAll(startWasm);

  it('is summed over the batch, with softmax minus target as its gradient', () => {
    const logits = tf.tensor2d([
      [0, 0],
      [Math.log(3), 0],
    ]);
    const { loss, gradient } = softmaxCrossEntropy(logits, [1, 0]);
    expect(loss.dataSync()[0]).toBeCloseTo(Math.log(2) + Math.log(4 / 3), 6);
    [0.5, -0.5, -0.25, 0.25].forEach((value, index) => {
      expect(gradient.dataSync()[index]).toBeCloseTo(value, 6);
    });
  });

  it('stays finite with huge logits', () => {
    const { loss, gradient } = softmaxCrossEntropy(tf.tensor2d([[1000, -1000, 0]]), [1]);
    expect(loss.dataSync()[0]).toBeCloseTo(2000, 3);
    expect([...gradient.dataSync()]).toEqual([1, -1, 0]);
  });

  it('takes smoothed targets', () => {
    const { gradient } = softmaxCrossEntropy(tf.tensor2d([[0, 0]]), tf.tensor2d([[0.9, 0.1]]));
    expect(gradient.dataSync()[0]).toBeCloseTo(-0.4, 6);
  });

  it('refuses a label that is no class', () => {
    expect(() => softmaxCrossEntropy(tf.tensor2d([[0, 0]]), [2])).toThrow('label 2');
  });
});
