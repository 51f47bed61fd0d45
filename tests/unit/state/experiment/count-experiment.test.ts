import { expect, it } from 'vitest';
import { specSchema } from '../../../../src/protocol/spec.ts';
import { countExperimentSpec } from '../../../../src/state/experiment/count-experiment.ts';

it('is a spec that the terminal reads, with the images and the seed that were chosen', () => {
  const spec = countExperimentSpec({ images: 200, seed: 2 ** 40 });
  expect(specSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  expect(spec.images).toEqual({ source: 'roadside', split: 'test', count: 200 });
  expect(spec.seed).toBe(2 ** 40);
  expect(spec.models).toHaveLength(5);
  expect(spec.eligibility).toBe('common');
});

it('is refused with a seed that is not a safe integer', () => {
  expect(() => countExperimentSpec({ images: 200, seed: 0.5 })).toThrow(/seed/);
});
