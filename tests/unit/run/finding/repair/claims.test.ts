import { describe, expect, test } from 'vitest';
import type { RepairResult } from '../../../../../src/protocol/repair-result.ts';
import { repairClaims } from '../../../../../src/run/finding/repair/claims.ts';
import {
  constructRepair,
  type Changes,
  type ConstructedRepair,
} from '../../../../support/constructed-repair.ts';

const base: ConstructedRepair = {
  images: 1000,
  counts: [4, 64],
  clean: 980,
  right: (count) => (count === 4 ? 950 : 700),
  models: [4, 64].map((count) => ({ count, clean: [3, 3], at: () => [5, 5] })),
};

/** Verdicts on: accuracy is kept; fewer pixels are better; a smaller Pi, a higher accuracy. */
function verdicts(options: ConstructedRepair): string[] {
  return repairClaims(constructRepair(options)).map(({ verdict }) => verdict);
}

describe('accuracy on unchanged images is kept', () => {
  const withClean = (images: number, changes: readonly Changes[]): ConstructedRepair => ({
    ...base,
    images,
    clean: images - 20,
    right: () => images / 2,
    models: changes.map((clean, at) => ({ count: 4 + at, clean, at: () => [0, 0] })),
  });

  test('where the interval of every difference stays within 2 points', () => {
    expect(verdicts(withClean(1000, [[3, 3]]))[0]).toBe('holds');
  });

  test('is not decided where too few images leave a larger loss possible', () => {
    const [claim] = repairClaims(constructRepair(withClean(100, [[1, 2]])));
    expect(claim?.verdict).toBe('open');
    expect(claim?.because).toContain('More test images would decide it.');
  });

  test('fails where a loss is shown for every model, and holds in part for some', () => {
    expect(verdicts(withClean(1000, [[0, 40]]))[0]).toBe('fails');
    const some = repairClaims(
      constructRepair(
        withClean(1000, [
          [0, 40],
          [3, 3],
        ]),
      ),
    )[0];
    expect(some).toMatchObject({
      verdict: 'partly',
      because: 'A loss is shown for: Repaired at 4.',
    });
  });
});

describe('fewer changed pixels in training repair better', () => {
  const ends = (few: (count: number) => Changes, many: (count: number) => Changes) => ({
    ...base,
    models: [
      { count: 4, clean: [3, 3] as const, at: few },
      { count: 64, clean: [3, 3] as const, at: many },
    ],
  });
  const none = (): Changes => [0, 0];
  const up = (): Changes => [150, 0];
  const at64 = (count: number): Changes => (count === 64 ? [150, 0] : [0, 0]);

  test('holds where the model of the fewest is better and intervals are apart', () => {
    expect(verdicts(ends(at64, none))[1]).toBe('holds');
  });

  test('fails where the model of the most is better', () => {
    expect(verdicts(ends(none, at64))[1]).toBe('fails');
  });

  test('depends on the count where each is better at one', () => {
    const few = (count: number): Changes => (count === 4 ? [45, 0] : [0, 0]);
    expect(verdicts(ends(few, at64))[1]).toBe('partly');
  });

  test('is not decided where the intervals overlap', () => {
    expect(
      verdicts(
        ends(
          () => [50, 0],
          () => [45, 0],
        ),
      )[1],
    ).toBe('open');
  });

  test('is not tested by one model, nor by samples of another kind', () => {
    const one = {
      ...base,
      right: () => 700,
      models: [{ count: 4, clean: [0, 0] as const, at: up }],
    };
    expect(verdicts(one)[1]).toBe('untested');
    expect(verdicts({ ...ends(none, up), right: () => 700, repair: { arm: 'erasing' } })[1]).toBe(
      'untested',
    );
  });
});

describe('a smaller Pi goes with a higher accuracy', () => {
  /** One repaired model, better at every count, whose Pi is said to be the larger. */
  function withOppositePi(counts: readonly number[]): RepairResult {
    const result = constructRepair({
      ...base,
      counts: [...counts],
      right: () => 900,
      models: [{ count: 4, clean: [0, 0], at: () => [50, 0] }],
    });
    const heldOut = result.heldOut && {
      ...result.heldOut,
      cells: result.heldOut.cells.map((row) => ({ ...row, pi: row.against === null ? 1 : 2 })),
    };
    return { ...result, heldOut };
  }

  test('holds where both order the models alike', () => {
    const options = {
      ...base,
      models: base.models.map((model, at) => ({ ...model, at: (): Changes => [10 * (at + 1), 0] })),
    };
    const claim = repairClaims(constructRepair(options))[2];
    expect(claim?.verdict).toBe('holds');
    expect(claim?.because).toContain('in 6 of 6 pairs');
  });

  test('fails where Pi orders them the other way round', () => {
    const claim = repairClaims(withOppositePi([1, 2, 4, 8, 16, 64]))[2];
    expect(claim?.verdict).toBe('fails');
    expect(claim?.because).toContain('in 0 of 6 pairs');
  });

  test('is not decided by pairs so few that chance alone orders them all alike', () => {
    const claim = repairClaims(withOppositePi([1, 2, 4, 8, 16]))[2];
    expect(claim?.verdict).toBe('open');
    expect(claim?.because).toContain('in 0 of 5 pairs');
    expect(claim?.because).toContain('6 pairs at least are needed.');
  });

  test('is not decided where all models are the same', () => {
    const same = {
      ...base,
      models: [{ count: 4, clean: [0, 0] as const, at: (): Changes => [0, 0] }],
    };
    expect(verdicts(same)[2]).toBe('open');
  });
});

test('without held-out images no claim is judged', () => {
  expect(repairClaims({ ...constructRepair(base), heldOut: null })).toEqual([]);
});
