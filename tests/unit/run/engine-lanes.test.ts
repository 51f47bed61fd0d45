import { describe, expect, it } from 'vitest';
import { roadsideImages } from '../../../src/images/roadside-set.ts';
import { resultSchema } from '../../../src/protocol/result.ts';
import { modelHash } from '../../../src/protocol/model-hash.ts';
import { parseSpec } from '../../../src/protocol/parse-spec.ts';
import type { SweepOptions } from '../../../src/run/sweep-types.ts';
import { openNodeLane } from '../../../src/workers/open-node-lane.ts';
import { csvOf, finish } from '../../support/arithmetic-lane/outcomes.ts';
import { tinyModel } from '../../support/lanes/tiny-model.ts';

const models = ['first', 'second'].map((id, seed) => {
  const files = tinyModel(id, seed);
  return { files, hash: modelHash(files.data) };
});

const options = (chunk: number, lanes: number): SweepOptions => ({
  spec: parseSpec({
    version: 1,
    seed: 3,
    models: models.map(({ files }) => files.id),
    images: { source: 'roadside', count: 12 },
    eligibility: 'all',
    grid: { counts: [4, 256], values: ['replace', { offset: 90 }] },
  }),
  images: roadsideImages('test', 12),
  models,
  openLane: openNodeLane,
  backends: [{ backend: 'wasm', lanes }],
  versions: {},
  chunk,
});

describe('a sweep over lanes with the engine', () => {
  it('gives the same classifications on one lane and on two, in large units and in small ones', async () => {
    const one = await finish(options(12, 1));
    const two = await finish(options(5, 2));
    const lines = csvOf(one);
    expect(lines.trimEnd().split('\n')).toHaveLength(1 + 12 * 2 * 5);
    expect(csvOf(two)).toBe(lines);
    expect(resultSchema.parse(one.result).cells[0]).toMatchObject({ rect: [32, 32], eligible: 12 });
    const deltas = one.result?.cells.map(({ meanAbsDelta }) => meanAbsDelta ?? 0);
    expect(Math.min(...(deltas ?? []))).toBeGreaterThan(30);
  });
});
