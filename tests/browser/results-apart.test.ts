import { beforeAll, describe, expect, test } from 'vitest';
import { aggregate } from '../../src/run/aggregate.ts';
import { cellsCsv } from '../../src/run/export/cells-csv.ts';
import { imagesCsv } from '../../src/run/export/images-csv.ts';
import { resultJson } from '../../src/run/export/result-json.ts';
import { startSweep } from '../../src/run/sweep.ts';
import type { SweepOutcome } from '../../src/run/sweep-types.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import {
  aggregateApart,
  cellsCsvApart,
  imagesCsvApart,
  resultJsonApart,
} from '../../src/workers/results-apart.ts';
import { tinySweep } from '../support/lanes/tiny-sweep.ts';

const lost = (): Worker =>
  new Worker(new URL('./lost-worker.ts', import.meta.url), { type: 'module' });
const absent = (): Worker => new Worker('/there-is-no-such-script.js', { type: 'module' });
const refused = (): Worker => {
  throw new DOMException('workers are not allowed here', 'SecurityError');
};

let ended: Extract<SweepOutcome, { phase: 'done' }>;

beforeAll(async () => {
  const tiny = tinySweep(openBrowserLane, [{ backend: 'wasm', lanes: 1 }]);
  const spec = { ...tiny.spec, draws: 3, eligibility: 'own' } as const;
  const outcome = await startSweep({ ...tiny, spec }).done;
  if (outcome.phase !== 'done') throw new Error(`the run ended as ${outcome.phase}`);
  ended = outcome;
});

const input = () => {
  const { spec, plan, images, predictions } = ended.record;
  return { spec, plan, labels: images.labels, predictions: predictions.data };
};

describe('a worker for the results', () => {
  test('computes the numbers that this thread computes', async () => {
    expect(await aggregateApart(input())).toEqual(await aggregate(input()));
  });

  test('writes the files that this thread writes', async () => {
    const { result, record } = ended;
    const files = await Promise.all([
      imagesCsvApart(record),
      cellsCsvApart(result),
      resultJsonApart(result),
    ]);
    expect(await Promise.all(files.map((file) => file.text()))).toEqual([
      [...imagesCsv(record)].join(''),
      [...cellsCsv(result)].join(''),
      resultJson(result),
    ]);
    expect(files.map(({ type }) => type)).toEqual(['text/csv', 'text/csv', 'application/json']);
  });
});

describe.each([
  ['is lost while it works', lost],
  ['does not load', absent],
  ['cannot be started', refused],
])('where the worker %s', (_, open) => {
  test('this thread computes the numbers and writes the files', async () => {
    expect(await aggregateApart(input(), open)).toEqual(await aggregate(input()));
    const file = await imagesCsvApart(ended.record, open);
    expect(await file.text()).toBe([...imagesCsv(ended.record)].join(''));
  });
});
