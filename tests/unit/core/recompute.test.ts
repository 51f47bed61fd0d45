import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signFlipTest } from '../../../src/core/sign-flip.ts';
import { compareResults } from '../../../tools/recompute/compare.mjs';
import { philox } from '../../../tools/recompute/philox.mjs';
import { signFlip } from '../../../tools/recompute/statistics.mjs';
import { recomputeSweep } from '../../../tools/recompute/sweep.mjs';
import { tableOfLines } from '../../../tools/recompute/table.mjs';
import vectors from '../../fixtures/core/philox.json' with { type: 'json' };
import { simulateSweep, type SimulatedModel, type SimulatedSpec } from './simulated-sweep.ts';

const spec: SimulatedSpec = {
  seed: 2 ** 40 + 7,
  draws: 1,
  eligibility: 'common',
  grid: { counts: [1, 2, 4, 8, 16], values: ['replace', { offset: 40 }], regions: [1, 0.7] },
};

const models: readonly SimulatedModel[] = [
  { id: 'steady', inputSize: [64, 64, 3], slope: 0.004 },
  { id: 'even', inputSize: [64, 64, 3], slope: 0.02 },
  { id: 'fragile', inputSize: [64, 64, 3], slope: 0.05 },
  { id: 'other-size', inputSize: [33, 47, 3], slope: 0.02 },
  { id: 'never-wrong', inputSize: [64, 64, 3], slope: 0 },
];

async function differencesOf(simulated: ReturnType<typeof simulateSweep>) {
  const table = await tableOfLines(simulated.lines);
  return compareResults(recomputeSweep(simulated.result, table), simulated.result);
}

describe('the separate program', () => {
  it('has the published Philox', () => {
    for (const { counter, key, words } of vectors.published) {
      expect(philox(counter as Parameters<typeof philox>[0], key as [number, number])).toEqual(
        words,
      );
    }
  });

  it.each([
    ['common', 1],
    ['own', 1],
    ['all', 1],
    ['common', 3],
    ['own', 3],
    ['all', 3],
  ] as const)(
    'agrees with the numerics on every value: eligibility %s, %i draws',
    async (eligibility, draws) => {
      const simulated = simulateSweep({ ...spec, eligibility, draws }, models, 150);
      const { differences, numbers } = await differencesOf(simulated);
      expect(differences).toEqual([]);
      expect(numbers).toBeGreaterThan(600);
    },
  );

  it('agrees where no image is eligible and where one is', async () => {
    for (const n of [1, 2]) {
      const simulated = simulateSweep({ ...spec, draws: 2 }, models, n);
      expect((await differencesOf(simulated)).differences).toEqual([]);
    }
  });

  it('judges an unfinished row on the images that all its cells have', async () => {
    const { lines, result } = simulateSweep(spec, models, 60);
    const dropped = lines.findLastIndex((line) => line.includes(',fragile,4,replace,1,'));
    const table = await tableOfLines(lines.toSpliced(dropped, 1));
    const { differences } = compareResults(recomputeSweep(result, table), result);
    const touched = new Set(differences.map((line) => line.split(' › ').slice(0, 2).join(' › ')));
    // the cell and its row lose an image; all else stays
    expect([...touched]).toEqual([
      'cells › fragile 4 "replace" 1',
      'summary › fragile "replace" 1',
    ]);
  });

  it('samples the same sign assignments where the exact test would cost too much', () => {
    const differences = Array.from({ length: 400 }, (_, at) =>
      at % 9 === 0 ? 0 : (at % 2 === 0 ? 1 : -1) * (2500 + ((at * 37) % 1000)) + 150,
    );
    const p = signFlipTest(Int32Array.from(differences), { seed: 7 });
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.99);
    expect(signFlip(differences, 7)).toBe(p);
  });

  it('names every number that is not what the classifications say', async () => {
    const simulated = simulateSweep(spec, models, 60);
    const [first] = simulated.result.cells;
    if (first) first.wrong += 1;
    const { differences } = await differencesOf(simulated);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(/cells › steady 1 "replace" 1 › wrong: 1, recomputed 0/);
  });

  it('reads a folder and says by its exit code whether it agrees', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recompute-'));
    try {
      const { lines, result } = simulateSweep(spec, models, 40);
      const run = () => spawnSync('node', ['tools/recompute.mjs', folder], { encoding: 'utf8' });
      writeFileSync(join(folder, 'images.csv'), `${lines.join('\n')}\n`);
      writeFileSync(join(folder, 'result.json'), JSON.stringify(result));
      const agreed = run();
      expect(agreed.stdout).toMatch(/^agrees: \d+ values compared/);
      expect(agreed.status).toBe(0);
      const changed = lines.map((line) =>
        line.startsWith('"sign, 7.png",stop,steady,0') ? line.replace(/\w+$/, 'no-entry') : line,
      );
      writeFileSync(join(folder, 'images.csv'), `${changed.join('\n')}\n`);
      const differing = run();
      expect(differing.stdout).toMatch(/clean › steady › correct/);
      expect(differing.status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
