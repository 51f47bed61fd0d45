import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkFault } from '../../../../src/state/link/codec/link-fault.ts';
import { compareNumbers } from '../../../../src/state/link/numbers/compare-numbers.ts';
import type { ResultNumbers } from '../../../../src/state/link/numbers/linked-number.ts';
import { resultNumbers } from '../../../../src/state/link/numbers/linked-numbers.ts';
import { packNumbers, unpackNumbers } from '../../../../src/state/link/numbers/pack-numbers.ts';
import { constructedAttack } from '../../../support/constructed-attack.ts';
import { constructSweep } from '../../../support/constructed-sweep.ts';

const fixed = { seed: 20210408, numRuns: 300 };
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);

const results: fc.Arbitrary<ResultNumbers> = fc.record({
  kind: fc.constantFrom('sweep' as const, 'attack' as const, 'repair' as const),
  backend: fc.constantFrom('wasm', 'webgl → wasm'),
  version: fc.constant('0.1.0'),
  images: hex,
  models: fc.array(fc.record({ id: fc.constant('resnet'), hash: hex }), { maxLength: 32 }),
  numbers: fc
    .array(fc.oneof(fc.nat(500), fc.maxSafeNat()), { maxLength: 400 })
    .map((values) =>
      values.map((value) => ({ model: 'resnet', setting: '', quantity: 'wrong', value })),
    ),
});

async function sweep(wrong: number): Promise<ResultNumbers> {
  const result = await constructSweep({
    models: [
      { id: 'resnet', wrongAt: ({ count }) => (count === 64 ? wrong : 1) },
      { id: 'vgg', wrongAt: () => 2 },
    ],
    images: 100,
  });
  const numbers = resultNumbers(result);
  if (numbers === null) throw new Error('the sweep is not complete');
  const models = numbers.models.map(({ id }, at) => ({ id, hash: String(at).repeat(64) }));
  return { ...numbers, models };
}

function packed(result: ResultNumbers): string {
  const text = packNumbers(result);
  if (text === null) throw new Error('too long for a link');
  return text;
}

describe('the numbers in a link', () => {
  it('come back as they were, and equal those that they were made from', () => {
    fc.assert(
      fc.property(results, (result) => {
        const text = packNumbers(result);
        if (text === null) return;
        const linked = unpackNumbers(text);
        expect(linked.values).toEqual(result.numbers.map(({ value }) => value));
        const compared = compareNumbers(linked, result);
        expect(compared).toMatchObject({
          total: result.numbers.length,
          differing: [],
          otherModels: [],
          hasOtherImages: false,
        });
      }),
      fixed,
    );
  });

  it('take about three letters of a cell', async () => {
    const numbers = await sweep(12);
    expect(numbers.numbers).toHaveLength(2 * (3 + 7));
    expect(packed(numbers)).toMatch(/^[\w-]{60,110}$/);
  });

  it('are left out where an address would be too long', async () => {
    const numbers = await sweep(12);
    const many = Array.from({ length: 6000 }, () => numbers.numbers)
      .flat()
      .slice(0, 6000);
    expect(packNumbers({ ...numbers, numbers: many })).toBeNull();
  });

  it('name the cell that differs, and by how much', async () => {
    const compared = compareNumbers(unpackNumbers(packed(await sweep(12))), await sweep(15));
    expect(compared?.differing).toEqual([
      {
        model: 'resnet',
        setting: '64 changed pixels, random values, anywhere in the image',
        quantity: 'wrong',
        linked: 12,
        value: 15,
      },
    ]);
  });

  it('tell other weights and other images from the same ones', async () => {
    const linked = unpackNumbers(packed(await sweep(12)));
    const here = await sweep(12);
    const [first, ...others] = here.models;
    const changed = {
      ...here,
      images: 'f'.repeat(64),
      models: [{ id: first?.id ?? '', hash: 'f'.repeat(64) }, ...others],
    };
    expect(compareNumbers(linked, changed)).toMatchObject({
      otherModels: ['resnet'],
      hasOtherImages: true,
    });
  });

  it('are not compared with those of another experiment', async () => {
    const linked = unpackNumbers(packed(await sweep(12)));
    const here = await sweep(12);
    expect(compareNumbers(linked, { ...here, numbers: here.numbers.slice(1) })).toBeNull();
    expect(compareNumbers(linked, { ...here, kind: 'attack' })).toBeNull();
  });

  it('cover examples, restored and still adversarial ones of an attack', () => {
    const result = constructedAttack({
      counts: [1, 4],
      arms: [{ model: 'vgg', epsilon: 8, eligible: 80, examples: 40, restored: [10, 20] }],
    });
    const numbers = resultNumbers(result)?.numbers ?? [];
    const found = numbers.map(({ setting, quantity, value }) => `${setting}: ${value} ${quantity}`);
    expect(found).toContain('attack with ε 8: 40 adversarial');
    expect(found).toContain(
      'attack with ε 8, then 4 changed pixels, random values, anywhere in the image: 20 restored',
    );
  });

  it('are not taken from a run that was cancelled', async () => {
    const models = [{ id: 'resnet', wrongAt: () => 1 }];
    expect(resultNumbers(await constructSweep({ models, images: 50, complete: false }))).toBeNull();
  });

  it('are read as numbers or refused, whatever the text', async () => {
    const good = packed(await sweep(12));
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.base64String({ maxLength: 200 }),
      fc
        .tuple(fc.nat(good.length), fc.string({ maxLength: 3 }))
        .map(([at, some]) => `${good.slice(0, at)}${some}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const { values } = unpackNumbers(text);
          expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(LinkFault);
        }
      }),
      { ...fixed, numRuns: 600 },
    );
  });
});
