import { describe, expect, it } from 'vitest';
import type {
  FewPixelsFound,
  FragileFound,
  IndexFound,
  IndexPoint,
  MagnitudeFound,
  RepairFound,
  WorstCaseFound,
} from '../../../../src/state/learn/found.ts';
import { statementOf, verdictOf } from '../../../../src/state/learn/lessons.ts';
import { shareOf } from '../../../../src/state/learn/shares.ts';

const undecided = { first: 3, second: 3, p: 1 };
const decided = { first: 30, second: 2, p: 0.00001 };
const said = (found: Parameters<typeof statementOf>[0]) => {
  const { headline, points } = statementOf(found);
  return [headline, ...points].join(' ');
};

describe('a lesson whose result goes the other way', () => {
  const repair: RepairFound = {
    lesson: 'repair',
    before: shareOf(40, 400),
    after: shareOf(40, 400),
    cleanBefore: shareOf(390, 400),
    cleanAfter: shareOf(370, 400),
    test: undecided,
    farther: shareOf(20, 80),
    epochs: 5,
  };

  it('does not claim that a repair helped where pairs do not show it', () => {
    expect(statementOf(repair).outcome).toBe('same');
    expect(said(repair)).toContain('changes nothing that could be shown');
    expect(said(repair)).toContain('has come closer');
    expect(said(repair)).toContain('has a price');
  });

  it('says so where a repair did harm', () => {
    const harmed = { ...repair, test: { first: 2, second: 30, p: 0.00001 } };
    expect(statementOf(harmed).outcome).toBe('more');
    expect(verdictOf(harmed, 'fewer')).toContain('say otherwise');
  });

  it('agrees with the paper about place where place makes no difference', () => {
    const found: MagnitudeFound = {
      lesson: 'magnitude',
      strengths: [
        { offset: 10, share: shareOf(2, 600) },
        { offset: null, share: shareOf(40, 600) },
      ],
      places: [
        { region: 1, share: shareOf(40, 600) },
        { region: 0.5, share: shareOf(42, 600) },
      ],
      strength: decided,
      place: undecided,
    };
    expect(statementOf(found).outcome).toBe('strength');
    expect(said(found)).toContain('agrees with the paper');
    expect(statementOf({ ...found, strength: undecided }).outcome).toBe('neither');
    expect(statementOf({ ...found, place: decided }).outcome).toBe('both');
  });

  it('does not order two models that cannot be told apart', () => {
    const found: FewPixelsFound = {
      lesson: 'few-pixels',
      lines: ['squeezenet', 'densenet'].map((model) => ({
        model,
        points: [1, 64].map((count) => ({ count, share: shareOf(0, 480) })),
      })),
      test: undecided,
    };
    expect(said(found)).toContain('do not tell the two models apart');
    expect(said(found)).toContain('No number of pixels that was tried turned a single sign');
    expect(said(found)).toContain('Not one sign');
  });

  it('does not call attacks fragile where the same pixels upset unattacked signs as often', () => {
    const found: FragileFound = {
      lesson: 'fragile-attacks',
      attacked: shareOf(80, 780),
      points: [
        { count: 64, restored: shareOf(2, 80), other: shareOf(2, 80), kept: shareOf(76, 80) },
      ],
      control: shareOf(32, 780),
    };
    expect(said(found)).toContain('does not show that attacked signs are easier to upset');
    expect(said(found)).toContain('most attacks survive');
  });

  it('says where Pi stays the same', () => {
    const point = (count: number, pi: number): IndexPoint => ({
      count,
      share: shareOf(10, 800),
      pi,
      piInterval: [pi / 2, 2 * pi],
    });
    const points = [4, 16, 64, 256, 1024].map((count) => point(count, 3));
    const found: IndexFound = {
      lesson: 'index',
      lines: ['squeezenet', 'alexnet'].map((model) => ({ model, points })),
      whole: undecided,
      groups: { size: 40, first: 8, second: 8, tied: 4 },
      eligible: point(4, 3),
      everything: point(4, 9),
    };
    expect(statementOf(found).outcome).toBe('same');
    expect(said(found)).toContain('the difference is not certain');
    expect(said(found)).toContain('Even all images together do not tell the two apart');
  });

  it('does not claim a worst case that was not found', () => {
    const found: WorstCaseFound = {
      lesson: 'worst-case',
      onePixel: shareOf(0, 99),
      manyPixels: shareOf(6, 99),
      search: shareOf(1, 24),
      fgsm: shareOf(7, 99),
      pgd: shareOf(8, 99),
      queries: 400,
    };
    expect(said(found)).toContain('come out alike');
    expect(said(found)).toContain('do not show a difference yet');
    expect(said(found)).toContain('the intervals overlap');
  });
});

describe('a prediction', () => {
  const found: FewPixelsFound = {
    lesson: 'few-pixels',
    lines: [{ model: 'squeezenet', points: [{ count: 64, share: shareOf(40, 400) }] }],
    test: undecided,
  };

  it('within the interval is not contradicted', () => {
    expect(verdictOf(found, 10)).toContain('does not contradict you');
  });

  it('outside of it is told by how much, and on which side', () => {
    expect(verdictOf(found, 50)).toContain('about 40 points higher');
    expect(verdictOf(found, 1)).toContain('about 9 points lower');
  });
});
