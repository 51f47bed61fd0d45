import { describe, expect, it } from 'vitest';
import { Pace } from '../../../src/run/pace.ts';

const workload = (cleanLeft: number, changedLeft: number) => ({
  cleanDone: 0,
  cleanLeft,
  correct: 0,
  eligible: 0,
  changedDone: 0,
  changedLeft,
});

describe('the pace of a run', () => {
  it('starts with small units and enlarges those of a fast model, up to the largest', () => {
    const pace = new Pace([1e6], 64);
    const limits: number[] = [];
    for (let unit = 0; unit < 4; unit += 1) {
      const images = pace.limit(0, true);
      limits.push(images);
      pace.record(0, true, images, images * 0.001, unit * 10);
    }
    expect(limits).toEqual([4, 16, 64, 64]);
  });

  it('makes smaller units of a model that takes seconds an image', () => {
    const pace = new Pace([1e9], 64);
    pace.record(0, true, 4, 8, 8000);
    expect(pace.limit(0, true)).toBe(2);
    pace.record(0, true, 2, 4, 12000);
    expect(pace.limit(0, true)).toBe(1);
  });

  it('foresees the end from the seconds of each model, shared among lanes', () => {
    const pace = new Pace([1e6, 1e6], 64);
    expect(pace.secondsLeft([workload(10, 10), workload(10, 10)], 1)).toBeNull();
    pace.record(0, false, 4, 0.4, 400);
    pace.record(0, true, 4, 0.2, 600);
    pace.record(1, true, 4, 0.8, 1400);
    const left = [workload(10, 100), workload(0, 100)];
    expect(pace.secondsLeft(left, 1)).toBeCloseTo(10 * 0.1 + 100 * 0.05 + 100 * 0.2, 9);
    expect(pace.secondsLeft(left, 2)).toBeCloseTo(26 / 2, 9);
  });

  it('takes a model without a measurement to compute as fast as the others do', () => {
    const pace = new Pace([1e6, 3e6], 64);
    pace.record(0, true, 4, 0.4, 400);
    expect(pace.secondsLeft([workload(0, 0), workload(0, 10)], 1)).toBeCloseTo(3, 9);
  });

  it('tells the expected end before anything is measured', () => {
    const pace = new Pace([1e6, 3e6], 64, [0.002, 0.005]);
    expect(pace.secondsLeft([workload(0, 100), workload(100, 100)], 2)).toBeCloseTo(0.6, 9);
  });

  it('is not misled by units that also warm up', () => {
    const pace = new Pace([1e6], 64, [0.002]);
    const expected = pace.secondsLeft([workload(500, 3500)], 2) ?? 0;
    // An image took 164 ms in the first unit of a lane and 2 ms later on.
    for (const [unit, milliseconds] of [164, 159, 57, 60, 28, 17].entries()) {
      pace.record(0, false, 4, 0.004 * milliseconds, unit * 400);
      const left = pace.secondsLeft([workload(500, 3500)], 2) ?? 0;
      expect(left / expected).toBeGreaterThan(0.9);
      expect(left / expected).toBeLessThan(2.5);
    }
  });

  it('follows what is measured, whatever was expected', () => {
    const pace = new Pace([1e6], 64, [0.002]);
    for (let unit = 1; unit <= 12; unit += 1) pace.record(0, true, 64, 1.28, unit * 1280);
    const left = pace.secondsLeft([workload(0, 1000)], 1) ?? 0;
    expect(left).toBeGreaterThan(19);
    expect(left).toBeLessThanOrEqual(20);
  });

  it('forgets the first unit of a model, which also warms up, once there is a second', () => {
    const pace = new Pace([1e6], 64);
    pace.record(0, true, 4, 4, 4000);
    pace.record(0, true, 4, 0.04, 4040);
    expect(pace.secondsLeft([workload(0, 100)], 1)).toBeCloseTo(1, 9);
  });

  it('allows for lanes that wait', () => {
    const pace = new Pace([1e6], 4);
    for (let unit = 1; unit <= 10; unit += 1) pace.record(0, true, 4, 0.1, unit * 200);
    expect(pace.secondsLeft([workload(0, 400)], 1)).toBeCloseTo(20, 6);
  });

  it('tells the images a second of the last three seconds', () => {
    const pace = new Pace([1e6], 64);
    expect(pace.imagesPerSecond(0)).toBeNull();
    pace.record(0, true, 40, 0.1, 1000);
    expect(pace.imagesPerSecond(2000)).toBeCloseTo(20, 9);
    pace.record(0, true, 60, 0.1, 5000);
    expect(pace.imagesPerSecond(5000)).toBeCloseTo(20, 9);
  });

  it('weighs images that take many classifications each', () => {
    const pace = new Pace([1e6], 64, null, 500);
    expect(pace.limit(0, true)).toBe(1);
    expect(pace.limit(0, false)).toBe(4);
    for (let unit = 1; unit <= 9; unit += 1) pace.record(0, false, 4, 0.004, unit * 4);
    expect(pace.secondsLeft([workload(0, 10)], 1)).toBeCloseTo(5, 6);
    pace.record(0, true, 1, 0.25, 286);
    expect(pace.secondsLeft([workload(0, 10)], 1)).toBeCloseTo(2.5, 6);
    expect(pace.secondsPerImage(0)).toBeCloseTo(0.001, 9);
  });
});
