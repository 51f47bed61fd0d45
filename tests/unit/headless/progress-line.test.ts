import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressLine, progressPrinter } from '../../../src/headless/progress-line.ts';
import type { SweepSnapshot } from '../../../src/run/sweep-types.ts';

const snapshot = (part: Partial<SweepSnapshot> = {}): SweepSnapshot => ({
  phase: 'running',
  done: 1200,
  total: 36_000,
  totalIsEstimate: false,
  imagesPerSecond: 812.4,
  secondsLeft: 42.6,
  secondsElapsed: 2,
  backend: 'wasm',
  lanes: [],
  recoveries: [],
  clean: [],
  secondsPerImage: {},
  tallies: [],
  error: null,
  ...part,
});

describe('the progress line', () => {
  it('says how much is done, how fast, and how long it will take', () => {
    expect(progressLine(snapshot())).toBe('1200 of 36000 classifications, 812 images/s, 43 s left');
  });

  it('leaves out what is not known and marks what is estimated', () => {
    const early = { done: 0, totalIsEstimate: true, imagesPerSecond: null, secondsLeft: null };
    expect(progressLine(snapshot(early))).toBe('0 of about 36000 classifications');
  });

  it('counts long times in minutes and hours, and replaced workers', () => {
    expect(progressLine(snapshot({ secondsLeft: 61 }))).toMatch(/1 min 1 s left$/);
    const error = { kind: 'lane-crashed', message: 'gone' } as const;
    const recoveries = [{ error, backend: 'wasm', action: 'a new worker' }] as const;
    expect(progressLine(snapshot({ secondsLeft: 7260, recoveries }))).toMatch(
      /2 h 1 min left, 1 worker replaced$/,
    );
  });
});

describe('printing progress', () => {
  function printed(isTTY: boolean, times: readonly number[]): string {
    const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 30 });
    let now = 0;
    const printer = progressPrinter(stream, () => now);
    for (const time of times) {
      now = time;
      printer.show(snapshot({ done: time }));
    }
    printer.end();
    return String(stream.read() ?? '');
  }

  it('writes a line after every two seconds where nobody watches', () => {
    const lines = printed(false, [0, 500, 1999, 2001, 3000, 4002]).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['2001', '4002', '']);
  });

  it('keeps one line of the width of a terminal', () => {
    const text = printed(true, [0, 100, 250]);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\r').filter(Boolean)).toEqual([
      '\u001B[K0 of 36000 classifications, 8',
      '\u001B[K250 of 36000 classifications,\n',
    ]);
  });
});
