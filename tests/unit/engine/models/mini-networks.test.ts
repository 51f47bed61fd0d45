import { describe, expect, test } from 'vitest';
import { analyseGraph } from '../../../../src/engine/graph/analyse.ts';
import { parameterCount } from '../../../../src/engine/models/architecture.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { miniIds, miniNetworks } from '../../../../src/engine/models/mini-networks.ts';

describe.each(miniIds)('the small %s', (id) => {
  test('needs between 5 and 20 million multiply-adds', () => {
    const { multiplyAdds } = miniNetworks[id]();
    expect(multiplyAdds).toBeGreaterThan(5e6);
    expect(multiplyAdds).toBeLessThan(20e6);
  });

  test('is counted by its builder as by the analysis of its graph', () => {
    const architecture = miniNetworks[id]();
    const analysis = analyseGraph(initialise(architecture, 1));
    expect(analysis.multiplyAdds).toBe(architecture.multiplyAdds);
    expect(analysis.parameters).toBe(parameterCount(architecture));
    expect(analysis.classes).toBe(12);
  });
});

describe('first weights', () => {
  test('depend on the seed alone', () => {
    const architecture = miniNetworks.squeezenet();
    const weights = initialise(architecture, 3).weights;
    expect(initialise(architecture, 3).weights).toEqual(weights);
    expect(initialise(architecture, 4).weights).not.toEqual(weights);
  });

  test('of a convolution before a rectifier spread as √(2 / inputs)', () => {
    const kernel = initialise(miniNetworks.vgg(), 3).weights.get('stage3_conv2/kernel');
    const values = kernel?.values ?? new Float32Array();
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(values).toHaveLength(3 * 3 * 64 * 64);
    expect(mean).toBeCloseTo(0, 3);
    expect(Math.sqrt(square) / Math.sqrt(2 / (3 * 3 * 64))).toBeCloseTo(1, 1);
  });
});
