import { describe, expect, test } from 'vitest';
import { describeRepair } from '../../../../../src/run/finding/repair/describe-repair.ts';
import {
  constructAttacks,
  constructDistance,
  constructRepair,
  type ConstructedRepair,
} from '../../../../support/constructed-repair.ts';

const nameOf = (id: string): string => (id === 'resnet' ? 'ResNet' : id);

const tie: ConstructedRepair = {
  images: 200,
  counts: [64],
  clean: 196,
  right: () => 160,
  models: [{ count: 4, clean: [1, 1], at: () => [6, 4] }],
};

function repaired(changes: Partial<ConstructedRepair>): ConstructedRepair {
  return { ...tie, ...changes };
}

describe('one repaired model', () => {
  test('a clear gain is told with both shares, their intervals and the paired test', () => {
    const gain = repaired({ models: [{ count: 4, clean: [1, 1], at: () => [25, 3] }] });
    const { headline, details } = describeRepair(constructRepair(gain), nameOf);
    expect(headline).toBe(
      'With 64 changed pixels, the repaired ResNet gets 91.0 % (86.1–94.6) of the images right, 80.0 % (73.8–85.3) before: a gain (25 mended, 3 spoilt, p < 0.001).',
    );
    expect(details[0]).toBe(
      'On unchanged images, no difference is shown: 98.0 % (95.0–99.5) before and 98.0 % (95.0–99.5) after (1 mended, 1 spoilt, p = 1.000).',
    );
  });

  test('a clear loss is told as plainly, also on unchanged images', () => {
    const loss = repaired({ models: [{ count: 4, clean: [0, 12], at: () => [3, 25] }] });
    const { headline, details } = describeRepair(constructRepair(loss), nameOf);
    expect(headline).toContain('69.0 % (62.1–75.3) of the images right, 80.0 %');
    expect(headline).toMatch(/: a loss \(3 mended, 25 spoilt, p < 0\.001\)\.$/);
    expect(details[0]).toMatch(/^Unchanged images lose too: 98\.0 % .* before and 92\.0 %/);
  });

  test('unchanged images pay for a gain, and for nothing where there is none', () => {
    const paid = repaired({ models: [{ count: 4, clean: [0, 12], at: () => [25, 3] }] });
    expect(describeRepair(constructRepair(paid), nameOf).details[0]).toMatch(
      /^Unchanged images pay for it: 98\.0 %/,
    );
    const open = repaired({ models: [{ count: 4, clean: [0, 12], at: () => [6, 4] }] });
    expect(describeRepair(constructRepair(open), nameOf).details[0]).toMatch(
      /^Unchanged images lose: 98\.0 %/,
    );
  });

  test('a tie is left open', () => {
    const { headline } = describeRepair(constructRepair(tie), nameOf);
    expect(headline).toContain(
      'these images do not decide whether it changed (6 mended, 4 spoilt, p = 1.000)',
    );
  });

  test('answers that are all the same are called so', () => {
    const same = repaired({ models: [{ count: 4, clean: [0, 0], at: () => [0, 0] }] });
    const { headline, details } = describeRepair(constructRepair(same), nameOf);
    expect(headline).toMatch(/: not one answer changed\.$/);
    expect(details[0]).toContain('On unchanged images not one answer changed');
  });

  test('where every model is right before and after there was nothing to repair', () => {
    const saturated = repaired({
      clean: 200,
      right: () => 200,
      models: [{ count: 4, clean: [0, 0], at: () => [0, 0] }],
    });
    expect(describeRepair(constructRepair(saturated), nameOf).headline).toBe(
      'Nothing was there to repair: with 64 changed pixels, every model gets all 200 images right, before and after.',
    );
  });

  test('samples other than changed pixels make it retrained, not repaired', () => {
    const noise = repaired({ repair: { arm: 'noise' } });
    expect(describeRepair(constructRepair(noise), nameOf).headline).toContain(
      'the retrained ResNet',
    );
  });
});

describe('several repaired models', () => {
  const at = (changes: Record<number, readonly [number, number]>) =>
    repaired({
      counts: [4, 64],
      models: [4, 16, 64].map((count) => ({
        count,
        clean: [1, 1] as const,
        at: (tested) => (tested === 64 ? (changes[count] ?? [0, 0]) : ([2, 1] as const)),
      })),
    });

  test('gains, losses and the undecided are counted at the largest count', () => {
    const result = constructRepair(at({ 4: [25, 1], 16: [4, 3], 64: [1, 25] }));
    const { headline, details } = describeRepair(result, nameOf);
    expect(headline).toBe(
      'With 64 changed pixels, 1 of 3 repaired models gets more images right than the original; 1 gets fewer; for 1 the images do not decide.',
    );
    expect(details[0]).toBe(
      'Before the repair 80.0 % (73.8–85.3) of the images are right, after it from 68.0 % (61.1–74.4) (Repaired at 64) to 92.0 % (87.3–95.4) (Repaired at 4).',
    );
    expect(details).toContain(
      'Over all 6 comparisons with changed pixels: 1 gain, 1 loss, 4 undecided (Holm-corrected, p ≤ 0.05).',
    );
  });

  test('all models that gain are named together', () => {
    const result = constructRepair(at({ 4: [25, 0], 16: [25, 0], 64: [25, 0] }));
    expect(describeRepair(result, nameOf).headline).toBe(
      'With 64 changed pixels, all 3 repaired models get more images right than the original.',
    );
  });

  test('losses alone say what they are losses against', () => {
    const result = constructRepair(at({ 4: [0, 25], 16: [0, 25], 64: [0, 25] }));
    expect(describeRepair(result, nameOf).headline).toBe(
      'With 64 changed pixels, all 3 repaired models get fewer images right than the original.',
    );
  });

  test('no difference is called none that can be told', () => {
    const { headline } = describeRepair(constructRepair(at({ 4: [3, 2] })), nameOf);
    expect(headline).toBe(
      'With 64 changed pixels, no repaired model can be told apart from the original.',
    );
  });
});

describe('what else was measured', () => {
  const model = 'resnet-repaired-4';
  const attacked = (fgsm: readonly [number, number], pgd: readonly [number, number]) =>
    constructAttacks(
      100,
      (['fgsm', 'pgd'] as const).flatMap((attack) => {
        const changes = attack === 'fgsm' ? fgsm : pgd;
        return [
          {
            attack,
            craftedOn: 'itself' as const,
            model,
            examples: 90,
            fooled: 30,
            correct: 60,
            changes,
          },
          {
            attack,
            craftedOn: 'original' as const,
            model,
            examples: 50,
            fooled: 10,
            correct: 80,
            changes: [30, 2] as const,
          },
        ];
      }),
    );

  test('a gain that PGD does not bear out is one against FGSM only', () => {
    const result = { ...constructRepair(tie), attacks: attacked([25, 1], [3, 2]) };
    const { details } = describeRepair(result, nameOf);
    expect(details).toContain(
      'Attacked afresh, the repair helps against FGSM only: PGD, the stronger attack, shows none.',
    );
    expect(details).toContain(
      'Of the examples that fooled the original, 20.0 % (10.0–33.7) still fool a repaired model.',
    );
  });

  test('a gain against both attacks is one against both', () => {
    const result = { ...constructRepair(tie), attacks: attacked([25, 1], [25, 1]) };
    expect(describeRepair(result, nameOf).details).toContain(
      'Attacked afresh with FGSM and PGD, more images stay right.',
    );
  });

  test('without attacks nothing is said of them', () => {
    const { details } = describeRepair(constructRepair(tie), nameOf);
    expect(details.join(' ')).not.toMatch(/attack|FGSM|PGD/i);
  });

  test('distances are told in feature space where it was measured', () => {
    const distances = [
      constructDistance(model, 'feature', 100, 80),
      constructDistance(model, 'input', 100, 20),
    ];
    const { details } = describeRepair({ ...constructRepair(tie), distances }, nameOf);
    expect(details).toContain(
      'In feature space (exact), most images lie farther from the boundary than before: 80.0 % (70.8–87.3) do, p < 0.001.',
    );
  });

  test('distances in input space are called an estimate, and a shrinking is told', () => {
    const distances = [constructDistance(model, 'input', 100, 20)];
    const { details } = describeRepair({ ...constructRepair(tie), distances }, nameOf);
    expect(details.at(-1)).toBe(
      'In input space (a first-order estimate), most images lie nearer to the boundary than before: 20.0 % (12.7–29.2) lie farther, p < 0.001.',
    );
  });
});

test('a run that ended before the judgement says what is not known, and why', () => {
  const result = { ...constructRepair(repaired({ complete: false })), heldOut: null };
  const { headline, details } = describeRepair(result, nameOf);
  expect(headline).toBe(
    '1 model was repaired, but not judged on held-out images: whether the repair helps is not known.',
  );
  expect(details).toEqual([
    'The run ended before the judgement on held-out images came to an end.',
  ]);
});
