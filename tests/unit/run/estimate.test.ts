import { describe, expect, it } from 'vitest';
import { estimateCost } from '../../../src/run/estimate.ts';

const sweep = { images: 500, cells: 7, draws: 1, lanes: 2 };

describe('the expected cost of a sweep', () => {
  it('counts every image unchanged and in every cell where nothing is known of the models', () => {
    const models = [{}, {}];
    expect(estimateCost({ ...sweep, eligibility: 'common', models })).toEqual({
      classifications: 2 * 500 * 8,
      seconds: null,
    });
  });

  it('leaves out the share of images that the weakest model gets wrong', () => {
    const models = [{ accuracy: 0.9 }, { accuracy: 0.8 }];
    const count = (eligibility: 'common' | 'own' | 'all') =>
      estimateCost({ ...sweep, eligibility, models }).classifications;
    expect(count('common')).toBe(1000 + 2 * 400 * 7);
    expect(count('own')).toBe(1000 + (450 + 400) * 7);
    expect(count('all')).toBe(1000 + 1000 * 7);
  });

  it('shares the measured seconds among the lanes, and takes the mean for other models', () => {
    const models = [{ secondsPerImage: 0.001 }, { secondsPerImage: 0.003 }, {}];
    const { seconds } = estimateCost({ ...sweep, eligibility: 'all', models });
    expect(seconds).toBeCloseTo((4000 * (0.001 + 0.003 + 0.002)) / 2, 9);
  });
});
