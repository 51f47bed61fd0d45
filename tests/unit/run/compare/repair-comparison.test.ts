import { describe, expect, it } from 'vitest';
import { mcnemarExact } from '../../../../src/core/mcnemar.ts';
import { pairedDifferenceInterval } from '../../../../src/core/paired-difference.ts';
import { describeDifference } from '../../../../src/run/compare/describe-comparison.ts';
import { repairComparison } from '../../../../src/run/compare/repair-comparison.ts';
import { constructRepair } from '../../../support/constructed-repair.ts';

const result = constructRepair({
  images: 500,
  counts: [8, 64],
  clean: 480,
  right: (count) => (count === 8 ? 450 : 400),
  models: [{ count: 4, clean: [3, 2], at: (count) => (count === 8 ? [5, 4] : [61, 12]) }],
});
const nameOf = (id: string) => `the ${id}`;

describe('before and after a repair', () => {
  it('reads the pairs, tests and correction of the result itself', () => {
    const comparison = repairComparison(result, nameOf);
    expect(comparison?.baseline).toBe('the resnet');
    const [other] = comparison?.others ?? [];
    expect(other?.name).toBe('the resnet-repaired-4');
    expect(other?.cells).toHaveLength(2);
    const row = result.heldOut?.cells.find(
      ({ model, count }) => model !== 'resnet' && count === 64,
    );
    expect(other?.cells[1]).toEqual({
      count: 64,
      value: 'replace',
      region: 1,
      images: 500,
      draws: 1,
      wrongBaseline: 100,
      wrongOther: 51,
      worse: 12,
      better: 61,
      difference: -49 / 500,
      interval: pairedDifferenceInterval({ images: 500, onlyFirst: 61, onlySecond: 12 }),
      p: mcnemarExact(61, 12),
      pHolm: row?.against?.pHolm,
    });
  });

  it('says by how much fewer images go wrong, with the interval turned to that amount', () => {
    const [other] = repairComparison(result, nameOf)?.others ?? [];
    if (!other) throw new Error('nothing compared');
    const [sentence] = describeDifference(result.spec, 'ResNet', {
      ...other,
      name: 'ResNet after',
    });
    expect(sentence).toBe(
      'With ResNet after, 9.8 points fewer images go wrong than with ResNet at 64 changed pixels (6.7–13.2): 500 images; p < 0.001 after Holm.',
    );
  });

  it('has no interval where pairs of several draws hang together', () => {
    const { heldOut } = result;
    if (!heldOut) throw new Error('no table');
    const several = repairComparison({ ...result, heldOut: { ...heldOut, draws: 2 } }, nameOf);
    expect(several?.others[0]?.cells.map(({ interval }) => interval)).toEqual([null, null]);
  });

  it('is null where the repair ended before its models were judged', () => {
    expect(repairComparison({ ...result, heldOut: null }, nameOf)).toBeNull();
  });
});
