import type { AttackResult } from '../../src/protocol/attack-result.ts';
import type { RepairResult } from '../../src/protocol/repair-result.ts';
import type { SweepResult } from '../../src/protocol/result.ts';
import { constructAttacks, constructDistance, constructRepair } from './constructed-repair.ts';
import { constructedAttack } from './constructed-attack.ts';
import { constructSweep } from './constructed-sweep.ts';

/** Three models over counts, values and regions, told apart in part. */
export function sweepWithSettings(): Promise<SweepResult> {
  return constructSweep({
    images: 120,
    changes: {
      grid: { counts: [1, 4, 16, 64], values: ['replace', { offset: 40 }], regions: [1, 0.5] },
      rankAt: { count: 64, value: 'replace', region: 1 },
      eligibility: 'common',
    },
    models: [
      { id: 'resnet', wrongAt: ({ count }) => (count > 16 ? 2 : 0) },
      {
        id: 'vgg',
        cleanWrong: 3,
        wrongAt: ({ count, region }) => Math.round(count / (4 * region)),
      },
      { id: 'net-of-mine', wrongAt: ({ index }) => 3 * index },
    ],
  });
}

/** Two models under FGSM of two strengths. */
export function fgsmAttack(): AttackResult {
  const arm = (model: string, epsilon: number, examples: number, restored: readonly number[]) => ({
    model,
    epsilon,
    eligible: 90,
    examples,
    restored,
  });
  return constructedAttack({
    counts: [1, 8, 64],
    arms: [
      arm('resnet', 2, 12, [0, 2, 5]),
      arm('resnet', 8, 40, [1, 3, 9]),
      arm('alexnet', 2, 20, [1, 4, 11]),
      arm('alexnet', 8, 0, [0, 0, 0]),
    ],
  });
}

/** Two repaired models with everything that a repair may judge. */
export function fullRepair(): RepairResult {
  const repair = constructRepair({
    images: 200,
    counts: [4, 64],
    clean: 190,
    right: (count) => (count > 10 ? 170 : 185),
    models: [
      { count: 4, clean: [1, 2], at: () => [6, 1] },
      { count: 64, clean: [0, 9], at: (count) => (count > 10 ? [20, 2] : [2, 2]) },
    ],
  });
  const ids = ['resnet', ...repair.repaired.map(({ id }) => id)];
  const distance = (model: string, at: number) =>
    Array.from({ length: 20 }, (_, i) => i * 0.1 + at);
  return {
    ...repair,
    trainedOn: repair.heldOut,
    attacks: constructAttacks(
      200,
      ids.flatMap((model, at) => [
        {
          attack: 'fgsm',
          craftedOn: 'itself',
          model,
          examples: 190,
          fooled: 30 + at,
          correct: 160 - at,
          changes: at === 0 ? null : [2, 2 + at],
        },
        {
          attack: 'pgd',
          craftedOn: 'original',
          model,
          examples: 40,
          fooled: 40 - at,
          correct: 150,
          changes: at === 0 ? null : [5, 5],
        },
      ]),
    ),
    distances: repair.repaired.flatMap(({ id }) => [
      constructDistance(id, 'feature', 200, 160),
      constructDistance(id, 'input', 200, 95),
    ]),
    distanceValues: ids.map((model, at) => ({
      model,
      feature: distance(model, at),
      input: [...distance(model, 0), null],
    })),
  };
}
