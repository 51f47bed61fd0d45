import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../../src/protocol/parse-spec.ts';
import { attackSettings, checkAttack } from '../../../../src/run/attack/attack-plan.ts';

const fgsm = { kind: 'fgsm', epsilon: 4 };

const specWith = (changes: Record<string, unknown>) =>
  parseSpec({
    version: 1,
    seed: 5,
    models: ['vgg'],
    images: { source: 'roadside', count: 10 },
    grid: { counts: [1, 8] },
    attack: fgsm,
    ...changes,
  });

const requests = (attack: Record<string, unknown>) =>
  attackSettings(checkAttack(specWith({ attack })), 5).map(({ request }) => request);

describe('the attacks of a spec', () => {
  it('are one for each epsilon, 8 where none is named', () => {
    expect(requests({ kind: 'fgsm' })).toEqual([{ kind: 'fgsm', epsilon: 8 }]);
    expect(requests({ kind: 'fgsm', epsilon: [2, 4] })).toEqual([
      { kind: 'fgsm', epsilon: 2 },
      { kind: 'fgsm', epsilon: 4 },
    ]);
  });

  it('of PGD take steps of 2.5 epsilon over the iterations, from a random start', () => {
    expect(requests({ kind: 'pgd', epsilon: [2, 8], iterations: 5 })).toEqual([
      { kind: 'pgd', epsilon: 2, iterations: 5, step: 1, randomStart: true, seed: 5 },
      { kind: 'pgd', epsilon: 8, iterations: 5, step: 4, randomStart: true, seed: 5 },
    ]);
    expect(requests({ kind: 'pgd', step: 0.5, randomStart: false })).toMatchObject([
      { step: 0.5, iterations: 10, randomStart: false },
    ]);
  });

  it('of one pixel are bounded by pixels', () => {
    expect(attackSettings(checkAttack(specWith({ attack: { kind: 'one-pixel' } })), 5)).toEqual([
      {
        index: 0,
        epsilon: null,
        pixels: 1,
        request: {
          kind: 'one-pixel',
          pixels: 1,
          population: 100,
          generations: 20,
          search: 'evolution',
          seed: 5,
        },
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no attack', { attack: undefined }, /^attack: missing/],
    ['all images', { eligibility: 'all' }, /^eligibility: .*"common" or "own"/],
    ['a ranking', { rankAt: { count: 1, value: 'replace', region: 1 } }, /^rankAt: /],
    ['an unknown option', { attack: { ...fgsm, steps: 4 } }, /^attack\.steps: unknown key/],
    ['an option of another attack', { attack: { ...fgsm, pixels: 1 } }, /^attack\.pixels: unknown/],
    ['an epsilon of 0', { attack: { kind: 'fgsm', epsilon: [4, 0] } }, /^attack\.epsilon\[1\]: /],
    ['half an epsilon', { attack: { kind: 'pgd', epsilon: 1.5 } }, /^attack\.epsilon: /],
    ['an epsilon twice', { attack: { kind: 'fgsm', epsilon: [4, 4] } }, /^attack\.epsilon\[1\]: 4/],
    ['two pixels', { attack: { kind: 'one-pixel', pixels: 2 } }, /^attack\.pixels: /],
    ['three candidates', { attack: { kind: 'one-pixel', population: 3 } }, /^attack\.population: /],
  ])('are refused with %s, naming the field', (_, changes, words) => {
    expect(() => checkAttack(specWith(changes))).toThrow(words);
  });
});
