import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../../src/protocol/result.ts';
import { resultJson } from '../../../src/run/export/result-json.ts';
import { startSweep } from '../../../src/run/sweep.ts';
import {
  arithmeticImages,
  arithmeticModel,
  experiment,
} from '../../support/arithmetic-lane/experiment.ts';
import { localYard, threadYard } from '../../support/arithmetic-lane/open.ts';
import { csvOf, finish } from '../../support/arithmetic-lane/outcomes.ts';

const lanes = (count: number) => [{ backend: 'cpu' as const, lanes: count }];

describe('a sweep', () => {
  it('gives the same classifications whatever the chunk size and the number of lanes', async () => {
    const reference = csvOf(await finish(experiment(localYard(), {}, { chunk: 64 })));
    expect(reference.split('\n').length).toBeGreaterThan(800);
    for (const chunk of [1, 7]) {
      for (const count of [1, 2, 3]) {
        const options = { chunk, backends: lanes(count) };
        expect(csvOf(await finish(experiment(localYard(), {}, options)))).toBe(reference);
      }
    }
  });

  it('gives the same in threads as in one thread', async () => {
    const reference = csvOf(await finish(experiment(localYard())));
    const yard = threadYard();
    const outcome = await finish(experiment(yard, {}, { chunk: 7, backends: lanes(3) }));
    expect(csvOf(outcome)).toBe(reference);
    expect(outcome.result?.manifest).toMatchObject({ backend: 'cpu', complete: true });
    expect(yard.counts.opened).toBe(3);
  });

  it('writes a result that its own schema accepts', async () => {
    const { result } = await finish(experiment(localYard(), { draws: 2 }));
    if (!result) throw new Error('no result');
    expect(resultSchema.parse(JSON.parse(resultJson(result)))).toEqual(result);
    expect(result.cells).toHaveLength(3 * 12);
    expect(result.summary).toHaveLength(3 * 4);
    expect(result.ranking.cell).toEqual({ count: 16, value: 'replace', region: 1 });
  });

  it('ends every lane', async () => {
    const yard = localYard();
    await finish(experiment(yard, {}, { backends: lanes(3) }));
    expect(yard.counts).toEqual({ opened: 3, alive: 0 });
  });

  it('runs models of different input sizes and does not compare them', async () => {
    const models = [arithmeticModel('small'), arithmeticModel('large', { size: [8, 12] })];
    const { result } = await finish(experiment(localYard(), { eligibility: 'all' }, { models }));
    expect(result?.cells.map(({ rect }) => rect.join('×'))).toContain('8×12');
    expect(result?.ranking.pairs).toEqual([{ a: 'small', b: 'large', p: null, pHolm: null }]);
  });

  it('has nothing to say where every model is wrong about every unchanged image', async () => {
    const images = arithmeticImages(6);
    const { result } = await finish(
      experiment(
        localYard(),
        {},
        { images: { ...images, labels: images.labels.map((label) => (label === 0 ? 1 : 0)) } },
      ),
    );
    expect(result?.eligible).toEqual({ calm: 0, fair: 0, wild: 0 });
    expect(result?.cells[0]).toMatchObject({
      eligible: 0,
      accuracy: null,
      interval: null,
      pi: null,
    });
    expect(result?.summary[0]?.px5).toEqual({ count: null, interval: null, censored: null });
    expect(result?.ranking.pairs[0]).toMatchObject({ p: null, pHolm: null });
    expect(resultSchema.safeParse(result).success).toBe(true);
  });

  it.each([
    [{ grid: { counts: [1, 2, 1] } }, 'grid.counts[2]: 1 is already grid.counts[0]'],
    [
      { grid: { counts: [65] } },
      'grid.counts[0]: 65 pixels do not fit into the region of 8×8 = 64',
    ],
  ])('fails before it computes when the spec is at fault: %j', async (spec, message) => {
    const yard = localYard();
    const outcome = await startSweep(experiment(yard, spec)).done;
    if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
    expect(outcome.error.kind).toBe('spec-invalid');
    expect(outcome.error.message).toContain(message);
    expect(outcome.result).toBeNull();
    expect(yard.counts.alive).toBe(0);
  });

  it('names an image whose label no model can predict', async () => {
    const images = arithmeticImages();
    images.labels[3] = 9;
    const outcome = await startSweep(experiment(localYard(), {}, { images })).done;
    if (outcome.phase !== 'failed') throw new Error(`ended as ${outcome.phase}`);
    expect(outcome.error.message).toContain('1003 has class 9, but calm knows the classes 0 to 3');
  });
});
