import { beforeAll, describe, expect, it } from 'vitest';
import { compareModels } from '../../../../src/run/compare/compare-models.ts';
import type { ComparedModel } from '../../../../src/run/compare/compare-types.ts';
import { describeDifference } from '../../../../src/run/compare/describe-comparison.ts';
import { calm, one, wild } from '../../../support/arithmetic-lane/compared.ts';
import {
  arithmeticImages,
  arithmeticModel,
  unlabelled,
} from '../../../support/arithmetic-lane/experiment.ts';

let first: ComparedModel;
let second: ComparedModel;

beforeAll(async () => {
  [first, second] = [await one(calm), await one(wild)];
});

describe('what is said of two models', () => {
  it('names the difference with its interval where the tests decide, as seen from the baseline', async () => {
    const images = arithmeticImages(400);
    const source = { source: 'roadside', split: 'test', count: 400 } as const;
    const spec = { images: source, eligibility: 'all' } as const;
    const before = await one(wild, spec, { images });
    const after = await one(calm, spec, { images });
    const [found] = (await compareModels(before, [after])).others;
    if (!found) throw new Error('nothing found');
    const [sentence, all] = describeDifference(before.record.spec, 'wild', found);
    expect(sentence).toMatch(
      /^With calm, \d+\.\d points fewer images go wrong than with wild at 16 changed pixels \(\d+\.\d–\d+\.\d\): \d+ images; p (=|<) [\d.]+ after Holm\.$/,
    );
    expect(all).toMatch(
      /^Over all 12 cells: fewer wrong at \d+, more wrong at 0, undecided at \d+\.$/,
    );
    const [back] = (await compareModels(after, [before])).others;
    if (!back) throw new Error('nothing found');
    expect(describeDifference(after.record.spec, 'calm', back)[0]).toMatch(
      /^With wild, \d+\.\d points more images go wrong than with calm/,
    );
  });

  it('says that the data do not decide where they do not', async () => {
    const twin = await one(arithmeticModel('twin', { seed: 5, noise: 21 }));
    const [found] = (await compareModels(first, [twin])).others;
    if (!found) throw new Error('nothing found');
    const [sentence] = describeDifference(first.record.spec, 'calm', found);
    expect(sentence).toMatch(
      /^(The data do not decide between twin and calm|twin and calm go wrong on the same images) at 16 changed pixels/,
    );
  });

  it('speaks of changed answers where images have no labels', async () => {
    const images = unlabelled.images();
    const before = await one(calm, unlabelled.spec, { images });
    const after = await one(wild, unlabelled.spec, { images });
    const [found] = (await compareModels(before, [after])).others;
    if (!found) throw new Error('nothing found');
    expect(found.reasons).toEqual([]);
    const clear = { difference: 0.1, worse: 12, better: 2, pHolm: 0.004 };
    const cells = found.cells.map((cell) => ({
      ...cell,
      ...clear,
      interval: [0.05, 0.15] as const,
    }));
    const said = describeDifference(before.record.spec, 'calm', { ...found, cells });
    expect(said.slice(0, 2)).toEqual([
      'With wild, 10.0 points more images change class than with calm at 16 changed pixels (5.0–15.0): 40 images; p = 0.004 after Holm.',
      'Over all 12 cells: fewer changed at 0, more changed at 12, undecided at 0.',
    ]);
    const open = found.cells.map((cell) => ({
      ...cell,
      ...clear,
      difference: -0.034,
      interval: [-0.115, 0.029] as const,
      pHolm: 1,
    }));
    expect(describeDifference(before.record.spec, 'calm', { ...found, cells: open })[0]).toBe(
      'The data do not decide between wild and calm at 16 changed pixels: the difference is −3.4 points (−11.5 to +2.9; 40 images; p = 1.000 after Holm).',
    );
    const [same] = (await compareModels(before, [before])).others;
    if (!same) throw new Error('nothing found');
    expect(describeDifference(before.record.spec, 'calm', same)[0]).toMatch(
      /^calm and calm change their answers on the same images/,
    );
    const none = same.cells.map((cell) => ({ ...cell, wrongBaseline: 0, wrongOther: 0 }));
    expect(describeDifference(before.record.spec, 'calm', { ...same, cells: none })[0]).toBe(
      'No images change class with calm nor with calm at 16 changed pixels (40 images).',
    );
  });

  it('tells how many images are left out', async () => {
    const [found] = (await compareModels(first, [second])).others;
    if (!found) throw new Error('nothing found');
    const text = describeDifference(first.record.spec, 'calm', found).join(' ');
    const { baseline, other, both } = found.eligible;
    expect(text).toContain(
      `Only the ${both} images that count for both are compared (${baseline} count for calm, ${other} for wild).`,
    );
  });
});
