import { describe, expect, it } from 'vitest';
import type { AttackTally } from '../../../../../src/run/attack/attack-types.ts';
import { describeAttackInterim } from '../../../../../src/run/finding/attack/describe-attack-interim.ts';

const attack = { kind: 'fgsm' as const, epsilon: [4, 8] };

function tally(model: string, epsilon: number, examples: number, restored: number): AttackTally {
  return {
    model,
    attack: 0,
    epsilon,
    pixels: null,
    attacked: 20,
    examples,
    successRate: examples / 20,
    interval: [0, 1],
    cells: [1, 64].map((count, cell) => ({
      cell,
      count,
      value: 'replace',
      region: 1,
      restored: count === 64 ? restored : 0,
      stillAdversarial: 0,
      otherWrong: 0,
    })),
  };
}

describe('what an attack shows so far', () => {
  it('is the largest epsilon and the most pixels, over all models', () => {
    const tallies = [tally('a', 4, 9, 9), tally('a', 8, 6, 1), tally('b', 8, 4, 4)];
    expect(describeAttackInterim(attack, tallies, 1)).toBe(
      'So far, FGSM with ε 8 has made 10 examples in 40 tries; 64 random pixels restore 50.0 % of these.',
    );
  });

  it('counts every draw of an example', () => {
    expect(describeAttackInterim(attack, [tally('a', 8, 5, 5)], 2)).toMatch(/50\.0 %/);
  });

  it('speaks of no restoration while there is no example', () => {
    expect(describeAttackInterim(attack, [tally('a', 8, 0, 0)], 1)).toBe(
      'So far, FGSM with ε 8 has made 0 examples in 20 tries.',
    );
  });

  it('is nothing before an image has been attacked', () => {
    expect(describeAttackInterim(attack, [], 1)).toBeNull();
    expect(describeAttackInterim(attack, [{ ...tally('a', 8, 0, 0), attacked: 0 }], 1)).toBeNull();
  });
});
