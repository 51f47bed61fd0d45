import { describe, expect, it } from 'vitest';
import type { AttackResult } from '../../../../../src/protocol/attack-result.ts';
import { describeAttack } from '../../../../../src/run/finding/attack/describe-attack.ts';
import { constructedAttack, type ConstructedArm } from '../../../../support/constructed-attack.ts';

const counts = [1, 64];
const arm = (model: string, restored: number[], more: Partial<ConstructedArm> = {}) => ({
  model,
  epsilon: 8,
  eligible: 400,
  examples: 200,
  restored,
  ...more,
});
const upper = (id: string) => id.toUpperCase();
const said = (result: AttackResult) => {
  const { headline, details } = describeAttack(result, upper);
  return { headline, rest: details.join(' ') };
};

describe('the finding of an attack', () => {
  it('of one model leads with what the most and the fewest pixels restore, with intervals', () => {
    const { headline, rest } = said(constructedAttack({ counts, arms: [arm('a', [10, 90])] }));
    expect(headline).toBe(
      '64 random pixels restore 45.0 % (38.0–52.2) of the examples of FGSM with ε 8 against A, 1 random pixel 5.0 % (2.4–9.0).',
    );
    expect(rest).toBe(
      'More random pixels restore more examples of A. FGSM with ε 8 makes an adversarial example of 50.0 % (45.0–55.0) of the images of A.',
    );
  });

  it('of several models names the ones most and least restored', () => {
    const arms = [arm('a', [10, 90]), arm('b', [4, 20]), arm('c', [6, 50])];
    const { headline, rest } = said(constructedAttack({ counts, arms }));
    expect(headline).toMatch(/^64 random pixels restore 45\.0 % .* against A and 10\.0 % .* B\.$/);
    expect(rest).toMatch(
      /^1 random pixel restores between 2\.0 % \(.*\), B, and 5\.0 % \(.*\), A\./,
    );
    expect(rest).toMatch(/More random pixels restore more examples of every model\./);
    expect(rest).toMatch(/The intervals of all models lie apart\./);
  });

  it('says that data which cannot decide about growth do not', () => {
    const { rest } = said(constructedAttack({ counts, arms: [arm('a', [90, 95])] }));
    expect(rest).toMatch(/Whether more random pixels restore more, these data do not show/);
  });

  it('tells where restoration grows, falls and is open, by model', () => {
    const arms = [arm('a', [10, 90]), arm('b', [90, 10]), arm('c', [50, 55])];
    const { rest } = said(constructedAttack({ counts, arms }));
    expect(rest).toMatch(
      /More random pixels restore more examples of A\. They restore fewer of B\./,
    );
    expect(rest).toMatch(/For C the intervals overlap\./);
  });

  it('tells no models apart whose intervals overlap', () => {
    const arms = [arm('a', [10, 90]), arm('b', [10, 85])];
    const { rest } = said(constructedAttack({ counts, arms }));
    expect(rest).toMatch(/No two models can be told apart in this: intervals overlap\./);
  });

  it('names the pairs that can be told apart where only some can', () => {
    const arms = [arm('a', [10, 90]), arm('b', [10, 85]), arm('c', [10, 20])];
    const { rest } = said(constructedAttack({ counts, arms }));
    expect(rest).toMatch(/Only these can be told apart: B and C; A and C\./);
  });

  it('says that nothing is restored', () => {
    const { headline } = said(
      constructedAttack({ counts, arms: [arm('a', [0, 0], { examples: 3 })] }),
    );
    expect(headline).toBe(
      'Not one example of FGSM with ε 8 against A is restored at up to 64 random pixels: 0.0 % (0.0–70.8) of 3.',
    );
  });

  it('says of which models nothing is restored, and on how many examples that rests', () => {
    const arms = [arm('a', [0, 0], { examples: 12 }), arm('b', [0, 0], { examples: 3 })];
    const { headline } = said(constructedAttack({ counts, arms }));
    expect(headline).toBe(
      'Not one example of FGSM with ε 8 against A and B is restored at up to 64 random pixels: 0.0 % (0.0–70.8) of the fewest, 3 of B.',
    );
  });

  it('claims nothing of all counts where only the largest restores none', () => {
    const { headline } = said(constructedAttack({ counts, arms: [arm('a', [5, 0])] }));
    expect(headline).toMatch(
      /^64 random pixels restore 0\.0 % .* against A, 1 random pixel 2\.5 %/,
    );
  });

  it('speaks of the largest count that was measured', () => {
    const result = constructedAttack({
      counts: [1, 4, 64],
      arms: [arm('a', [0, 0, 0], { examples: 3 }), arm('b', [], { eligible: 0, examples: 0 })],
      complete: false,
    });
    const none = { count: 0, share: null, interval: null };
    const cut = result.cells.map((cell) =>
      cell.count === 64 ? { ...cell, restored: none } : cell,
    );
    expect(said({ ...result, cells: cut }).headline).toBe(
      'Not one example of FGSM with ε 8 against A is restored at up to 4 random pixels: 0.0 % (0.0–70.8) of 3.',
    );
  });

  it('speaks of the largest strength that was measured', () => {
    const arms = [
      arm('a', [1, 2], { epsilon: 2, examples: 3 }),
      arm('a', [], { epsilon: 8, eligible: 0, examples: 0 }),
    ];
    const { headline } = said(constructedAttack({ counts, arms, complete: false }));
    expect(headline).toMatch(/^64 random pixels restore 66\.7 % .* of FGSM with ε 2 against A/);
  });

  it('that was cancelled before an example claims no more than it tried', () => {
    const arms = [
      arm('a', [0, 0], { epsilon: 2, eligible: 3, examples: 0 }),
      arm('a', [], { epsilon: 8, eligible: 0, examples: 0 }),
      arm('b', [], { epsilon: 2, eligible: 0, examples: 0 }),
      arm('b', [], { epsilon: 8, eligible: 0, examples: 0 }),
    ];
    const { headline } = said(constructedAttack({ counts, arms, complete: false }));
    expect(headline).toBe(
      'So far, FGSM with ε up to 2 makes not one adversarial example of A: 0.0 % (0.0–70.8) of 3 images.',
    );
  });

  it('of a single count makes no claim about growth', () => {
    const arms = [arm('a', [30]), arm('b', [60])];
    const { headline, rest } = said(constructedAttack({ counts: [1], arms }));
    expect(headline).toMatch(/^1 random pixel restores 30\.0 %/);
    expect(rest).not.toMatch(/More random pixels|restores between/);
  });

  it('speaks of the largest epsilon first and of the smallest after it', () => {
    const arms = [
      arm('a', [10, 120], { epsilon: 2, examples: 150 }),
      arm('a', [10, 100], { epsilon: 4 }),
      arm('a', [10, 90]),
    ];
    const { headline, rest } = said(constructedAttack({ counts, arms }));
    expect(headline).toMatch(/ε 8 against A/);
    expect(rest).toMatch(/64 random pixels restore 80\.0 % .* of the examples of FGSM with ε 2/);
    expect(rest).not.toMatch(/ε 4/);
  });

  it('reports gradients that are zero where they are many, and images without any', () => {
    const zeros = (share: number, without: number) =>
      said(
        constructedAttack({
          counts,
          arms: [arm('a', [10, 90], { zeroGradients: share, withoutGradient: without })],
        }),
      ).rest;
    expect(zeros(0.01, 0)).not.toMatch(/gradient/);
    expect(zeros(0.3, 0)).toMatch(/Up to 30\.0 % of the gradient’s values are exactly 0 \(A\)/);
    expect(zeros(0.01, 3)).toMatch(/3 images have no gradient at all and cannot be attacked\./);
  });

  it('warns of few examples', () => {
    const { rest } = said(
      constructedAttack({ counts, arms: [arm('a', [1, 3], { examples: 9 }), arm('b', [9, 90])] }),
    );
    expect(rest).toMatch(/Few examples, so wide intervals: A \(9\)\./);
  });

  it('of an attack that makes no example has nothing to restore', () => {
    const { headline, rest } = said(
      constructedAttack({ counts, arms: [arm('a', [0, 0], { examples: 0 })] }),
    );
    expect(headline).toBe('FGSM with ε up to 8 makes not one adversarial example.');
    expect(rest).toBe('There is nothing for random pixels to restore.');
  });

  it('leaves a model without examples out of what is restored', () => {
    const arms = [arm('a', [0, 0], { examples: 0 }), arm('b', [10, 90])];
    const { headline, rest } = said(constructedAttack({ counts, arms }));
    expect(headline).toMatch(/against B, 1 random pixel/);
    expect(rest).toMatch(/50\.0 % \(.*\) of the images of B and 0\.0 % \(.*\) of those of A\./);
  });

  it('says why nothing was attacked', () => {
    const none = [arm('a', [], { eligible: 0, examples: 0 })];
    expect(said(constructedAttack({ counts, arms: none })).headline).toMatch(
      /^No image is classified correctly by all models/,
    );
    expect(said(constructedAttack({ counts, arms: none, eligibility: 'own' })).headline).toMatch(
      /by any model/,
    );
    expect(said(constructedAttack({ counts, arms: none, complete: false })).headline).toBe(
      'Nothing was finished, so nothing can be said yet.',
    );
  });

  it('of a search names it without an epsilon', () => {
    const arms = [arm('a', [10, 90], { epsilon: null })];
    const { headline, rest } = said(constructedAttack({ counts, arms }));
    expect(headline).toMatch(/of the examples of the one-pixel search against A/);
    expect(rest).toMatch(/The one-pixel search makes an adversarial example of/);
  });
});
