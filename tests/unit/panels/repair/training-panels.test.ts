import { describe, expect, it } from 'vitest';
import { trainingAxes } from '../../../../src/panels/repair/training/training-axes.ts';
import { trainingPanels } from '../../../../src/panels/repair/training/training-panels.ts';
import { seriesStyle } from '../../../../src/run/figure/series-style.ts';

const epochs = [
  { epoch: 1, loss: 2.4, samples: 200, correct: 50, validationImages: 100, clean: 40, changed: 30 },
  {
    epoch: 2,
    loss: 0.5,
    samples: 200,
    correct: 180,
    validationImages: 100,
    clean: 95,
    changed: 90,
  },
];
const style = seriesStyle(0);

describe('the training as curves', () => {
  it('shows each epoch with its denominator, and intervals on validation images only', () => {
    const [panel] = trainingPanels([{ id: 'a', count: 4, epochs }], 'accuracy', style);
    const [samples, changed, clean] = panel?.series ?? [];
    expect(samples?.points.get(2)).toMatchObject({ y: 90, interval: null });
    expect(samples?.points.get(2)?.note).toMatch(/^180 of 200 samples/);
    expect(changed?.points.get(2)).toMatchObject({ y: 90, text: '90.0\u00a0%' });
    const [low = 0, high = 0] = clean?.points.get(2)?.interval ?? [];
    expect(low).toBeLessThan(95);
    expect(high).toBeGreaterThan(95);
    expect(clean?.points.get(2)?.note).toBe('95 of 100 unchanged validation images');
  });

  it('gives several models a panel each, named by their pixels, and one model none', () => {
    const one = { id: 'a', count: 1, epochs };
    expect(trainingPanels([one], 'loss', style)[0]?.heading).toBeNull();
    const both = trainingPanels([one, { id: 'b', count: 8, epochs: [] }], 'loss', style);
    expect(both.map(({ heading }) => heading?.name)).toEqual(['1\u00a0pixel', '8\u00a0pixels']);
    expect(both[0]?.series[0]?.points.get(1)).toMatchObject({ y: 2.4, text: '2.40' });
    expect(both[1]?.series[0]?.points.size).toBe(0);
  });

  it('fixes the axis of the loss at what a guesser has, and raises it for a higher loss', () => {
    expect(trainingAxes('loss', 20, 12, 0).y.domain).toEqual([0, 3]);
    expect(trainingAxes('loss', 20, 12, 2.4).y.domain).toEqual([0, 3]);
    expect(trainingAxes('loss', 20, 12, 5.5).y.domain).toEqual([0, 6]);
  });

  it('labels the first epoch and round ones', () => {
    const labels = (last: number) =>
      trainingAxes('accuracy', last, 12, 0).x.ticks.map(({ label }) => label);
    expect(labels(3)).toEqual(['1', '2', '3']);
    expect(labels(20)).toEqual(['1', '5', '10', '15', '20']);
    expect(labels(60)).toEqual(['1', '10', '20', '30', '40', '50', '60']);
  });

  it('leaves room around a single epoch', () => {
    const [from, to] = trainingAxes('accuracy', 1, 12, 0).x.domain;
    expect(from).toBeLessThan(1);
    expect(to).toBeGreaterThan(1);
  });
});
