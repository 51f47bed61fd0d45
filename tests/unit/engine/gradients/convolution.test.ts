import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  conv2dFilterGradient,
  conv2dInputGradient,
  groupedConv2d,
} from '../../../../src/engine/gradients/conv2d.ts';
import {
  depthwiseConv2dFilterGradient,
  depthwiseConv2dInputGradient,
} from '../../../../src/engine/gradients/depthwise-conv2d.ts';
import { depthwiseConvolution } from '../../../../src/engine/gradients/kernels.ts';
import { startCpu } from '../../../support/cpu.ts';
import { startWasm } from '../../../support/wasm.ts';
import type { Golden } from './golden.ts';
import { goldenTensor, readGolden, relativeError } from './golden.ts';

const golden = readGolden();

function title(c: Golden['convolutions'][number]): string {
  const kind = c.depthwise ? `depthwise ×${c.filters / c.channels}` : `${c.groups} group(s)`;
  return `${c.kernel.join('×')} over ${c.size.join('×')}, stride ${c.strides.join(',')}, dilation ${c.dilations.join(',')}, pads ${c.pads.join(',')}, ${kind}`;
}

describe.each([
  ['WASM', startWasm],
  ['the CPU', startCpu],
])('convolution gradients on %s agree with PyTorch', (_, start) => {
  beforeAll(start);

  for (const c of golden.convolutions) {
    it(title(c), () => {
      const window = c;
      const multiplier = c.filters / c.channels;
      const filterShape = c.depthwise
        ? [...c.kernel, c.channels, multiplier]
        : [...c.kernel, c.channels / c.groups, c.filters];
      const x = goldenTensor([2, ...c.size, c.channels], 3 * c.number) as tf.Tensor4D;
      const filter = goldenTensor(filterShape, 3 * c.number + 1) as tf.Tensor4D;
      const dy = goldenTensor(c.outputShape, 3 * c.number + 2) as tf.Tensor4D;
      const before = tf.memory().numTensors;
      const y = c.depthwise
        ? depthwiseConvolution(x, filter, window)
        : groupedConv2d(x, filter, window, c.groups, { activation: 'linear' });
      const dx = c.depthwise
        ? depthwiseConv2dInputGradient(dy, filter, x.shape, window)
        : conv2dInputGradient(dy, filter, x.shape, window, c.groups);
      const dw = c.depthwise
        ? depthwiseConv2dFilterGradient(x, dy, multiplier, window)
        : conv2dFilterGradient(x, dy, window, c.groups);
      expect(tf.memory().numTensors - before).toBe(3);
      expect(y.shape).toEqual(c.outputShape);
      expect(dx.shape).toEqual(x.shape);
      expect(dw.shape).toEqual(filter.shape);
      expect(relativeError(y.dataSync(), c.y)).toBeLessThan(1e-5);
      expect(relativeError(dx.dataSync(), c.dx)).toBeLessThan(1e-4);
      expect(relativeError(dw.dataSync(), c.dw)).toBeLessThan(1e-4);
    });
  }
});
