import { beforeAll, describe, expect, test } from 'vitest';
import { FailureLatch } from '../../../../src/engine/backends/failure-latch.ts';
import { boundary } from '../../../../src/engine/inspect/boundary.ts';
import { inspectedModel } from '../../../../src/engine/inspect/inspected-model.ts';
import { saliency } from '../../../../src/engine/inspect/saliency.ts';
import {
  goldenImage,
  goldenNetwork,
  logitsOf,
  modelOf,
  type PreprocessInput,
} from '../../../support/attacks.ts';
import {
  golden,
  goldenImages,
  goldenNetwork as repairNetwork,
} from '../../../support/golden-repair.ts';
import { startWasm } from '../../../support/wasm.ts';

beforeAll(startWasm);

const latch = new FailureLatch();
const SIDE = 10;

describe('the saliency', () => {
  test.each<PreprocessInput>([
    { mean: [0.4, 0.5, 0.6], std: [0.2, 0.25, 0.3] },
    { channels: 'bgr', range: [1, -1] },
  ])('agrees with finite differences under %j', async (preprocess) => {
    const model = inspectedModel(modelOf(goldenNetwork(SIDE), preprocess), { latch });
    const bytes = goldenImage(3, SIDE * SIDE * 3);
    const label = 2;
    const { gradient, rival } = await saliency(model, bytes, label);
    const step = 0.25;
    const lead = (levels: Float64Array): number => {
      const [row = []] = logitsOf(model.target, [levels]);
      return (row[label] ?? NaN) - (row[rival] ?? NaN);
    };
    const largest = Math.max(...gradient.map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    let close = 0;
    for (const at of bytes.keys()) {
      const up = Float64Array.from(bytes);
      const down = Float64Array.from(bytes);
      up[at] = (up[at] ?? 0) + step;
      down[at] = (down[at] ?? 0) - step;
      const slope = ((lead(up) - lead(down)) / (2 * step)) * 255;
      if (Math.abs(slope - (gradient[at] ?? NaN)) < 0.02 * largest) close += 1;
    }
    // A rectifier or a maximum may turn within the step.
    expect(close / bytes.length).toBeGreaterThan(0.97);
  });
});

describe('the distance of a picture to the boundary', () => {
  test('agrees with PyTorch in both spaces', async () => {
    const { mean, std } = golden;
    const model = inspectedModel(modelOf(repairNetwork(), { mean, std }), { latch });
    for (const [at, { bytes, label }] of goldenImages.entries()) {
      const { feature, input, margin } = await boundary(model, bytes, label);
      const expected = golden.featureDistances[at] ?? NaN;
      expect(Math.abs((feature ?? NaN) / expected - 1)).toBeLessThan(1e-4);
      expect(Math.abs(input / (golden.inputDistances[at] ?? NaN) - 1)).toBeLessThan(1e-4);
      expect(Math.sign(margin)).toBe(Math.sign(expected));
    }
  });
});
