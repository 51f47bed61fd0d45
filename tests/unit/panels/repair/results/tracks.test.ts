import { describe, expect, test } from 'vitest';
import { seriesStyle } from '../../../../../src/run/figure/series-style.ts';
import { distanceCurves } from '../../../../../src/panels/repair/results/distance/distance-curves.ts';
import { distanceTracks } from '../../../../../src/panels/repair/results/distance/distance-tracks.ts';
import { shareDomain } from '../../../../../src/panels/repair/results/figures.ts';
import { attackTracks } from '../../../../../src/panels/repair/results/parts/attack-tracks.ts';
import { cleanTracks } from '../../../../../src/panels/repair/results/parts/clean-tracks.ts';
import { indexTracks } from '../../../../../src/panels/repair/results/parts/index-tracks.ts';
import { testTracks } from '../../../../../src/panels/repair/results/parts/test-tracks.ts';
import type { ResultView } from '../../../../../src/panels/repair/results/view.ts';
import type { RepairResult } from '../../../../../src/protocol/repair-result.ts';
import { modelNames } from '../../../../../src/run/finding/repair/repair-wording.ts';
import {
  constructAttacks,
  constructDistance,
  constructRepair,
} from '../../../../support/constructed-repair.ts';

const model = 'resnet-repaired-4';
const result = constructRepair({
  images: 200,
  counts: [4, 64],
  clean: 196,
  right: () => 160,
  models: [{ count: 4, clean: [0, 12], at: () => [30, 2] }],
});
const { heldOut } = result;
if (heldOut === null) throw new Error('the constructed repair has held-out images');

function viewOf(shown: RepairResult): ResultView {
  return { result: shown, nameOf: modelNames(shown), styleOf: () => seriesStyle(0) };
}

test('a loss on unchanged images has its sign, difference and p', () => {
  const { columns, groups } = cleanTracks(heldOut, viewOf(result));
  const entries = groups[0]?.rows[1]?.entries ?? [];
  expect(entries[0]).toMatchObject({ text: '92.0\u00a0%', below: '184 of 200', mark: 'loss' });
  expect(entries[1]).toMatchObject({ text: '−6.0', below: '0 mended, 12 spoilt' });
  expect(entries[2]?.text).toBe('under 0.001');
  expect(columns[0]?.reference).toBe(0.98);
});

test('attacks are grouped by strength and kind; examples of the original are apart from fresh ones', () => {
  const row = { attack: 'pgd', examples: 40, fooled: 10, correct: 70 } as const;
  const attacks = constructAttacks(100, [
    { ...row, craftedOn: 'itself', model: 'resnet', changes: null },
    { ...row, craftedOn: 'itself', model, changes: [20, 1] },
    { ...row, craftedOn: 'original', model, correct: 80, changes: [20, 1] },
  ]);
  const { groups } = attackTracks(attacks, viewOf(result));
  expect(groups.map(({ heading }) => heading)).toEqual(['PGD, ε = 4']);
  const [original, repaired] = groups[0]?.rows ?? [];
  expect(original?.entries.map((entry) => entry?.text ?? null)).toEqual([
    '70.0\u00a0%',
    null,
    null,
  ]);
  expect(repaired?.entries.map((entry) => entry?.below)).toEqual([
    '70 of 100, p under 0.001',
    '80 of 100, p under 0.001',
    '10 of 40',
  ]);
});

test('PX5 stands between several counts, Pi at the smallest and the largest; without eligible images there is none', () => {
  const tracks = indexTracks(heldOut, viewOf(result));
  expect(tracks?.columns.map(({ id }) => id)).toEqual(['px5', 'pi 4', 'pi 64']);
  const cells = heldOut.cells.filter(({ count }) => count === 64);
  const { spec } = result;
  const single = { ...result, spec: { ...spec, grid: { ...spec.grid, counts: [64] } } };
  const one = indexTracks({ ...heldOut, cells }, viewOf(single));
  expect(one?.columns.map(({ id }) => id)).toEqual(['pi 64']);
  expect(one?.groups[0]?.rows[0]?.entries).toHaveLength(1);
  const none = { ...heldOut, cells: heldOut.cells.map((cell) => ({ ...cell, pi: null })) };
  expect(indexTracks(none, viewOf(result))).toBeNull();
});

test('every comparison with the original is listed, in the words of its verdict', () => {
  const { groups } = testTracks(heldOut, viewOf(result));
  expect(groups.map(({ heading }) => heading)).toEqual([
    'Unchanged images',
    '4\u00a0pixels changed',
    '64\u00a0pixels changed',
  ]);
  expect(groups.map(({ rows }) => rows[0]?.entries[4]?.text)).toEqual([
    'worse ▼',
    'better ▲',
    'better ▲',
  ]);
});

describe('distances', () => {
  const measured: RepairResult = {
    ...result,
    distances: [constructDistance(model, 'input', 4, 3)],
    distanceValues: [
      { model: 'resnet', feature: null, input: [-0.5, 1, 2, 3] },
      { model, feature: null, input: [0.5, 1.5, null, 2.5] },
    ],
  };

  test('are drawn for a space where both models have them', () => {
    expect(distanceCurves('feature', model, viewOf(measured))).toBeNull();
    const curves = distanceCurves('input', model, viewOf(measured));
    expect(curves?.distributions.map(({ name }) => name)).toEqual(['Original', 'Repaired at 4']);
    expect(curves?.beyond).toBe(1);
  });

  test('are compared by the share of images that lie farther', () => {
    const { groups } = distanceTracks(viewOf(measured));
    expect(groups.map(({ id }) => id)).toEqual(['input']);
    expect(groups[0]?.rows[0]?.entries[0]).toMatchObject({
      text: '75.0\u00a0%',
      below: '3 of 4',
      mark: null,
    });
  });
});

test('an axis of shares fits its intervals in steps of five per cent', () => {
  expect(shareDomain([[0.912, 0.99], null, [0.85, 0.97]])).toEqual([0.85, 1]);
  expect(shareDomain([])).toEqual([0, 1]);
  expect(shareDomain([[1, 1]])).toEqual([1 - 0.05, 1]);
});
