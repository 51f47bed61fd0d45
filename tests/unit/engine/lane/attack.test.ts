import { beforeAll, describe, expect, test } from 'vitest';
import { createLane } from '../../../../src/engine/lane/lane.ts';
import {
  NOT_CLASSIFIED,
  type AttackRequest,
  type AttackUnit,
} from '../../../../src/protocol/attack.ts';
import type { LaneApi } from '../../../../src/protocol/lane.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';

const IMAGES = 40;
const all = Uint32Array.from({ length: IMAGES }, (_, index) => index);
const change = { seed: 3, draw: 0, count: 8, value: 'replace', region: 1 } as const;
const attacks: readonly AttackRequest[] = [
  { kind: 'fgsm', epsilon: 6 },
  { kind: 'pgd', epsilon: 4, step: 1, iterations: 5, randomStart: true, seed: 3 },
  { kind: 'one-pixel', pixels: 3, population: 8, generations: 2, search: 'evolution', seed: 3 },
];

let lane: LaneApi;
let labels: Uint16Array;

// One lane for the file: a thread has one backend.
beforeAll(async () => {
  lane = createLane({ aliveLock: null });
  await answered(lane.start({ backend: 'wasm' }));
  await answered(lane.loadModel(tinyModel('tiny', 1)));
  await answered(lane.openImages(Array.from(all, (index) => ({ kind: 'roadside', index }))));
  const unit = { model: 'tiny', images: all, change: null, margins: false };
  labels = (await answered(lane.classify(unit))).predicted.slice();
  // The network knows nothing: it is right about its own answers, and wrong about these two.
  for (const wrong of [3, 20]) labels[wrong] = ((labels[wrong] ?? 0) + 1) % 12;
});

const unitOf = (attack: AttackRequest): AttackUnit => ({
  model: 'tiny',
  images: all,
  labels,
  attack,
  changes: [change, { ...change, count: 200 }, { ...change, draw: 1 }],
});

describe.each(attacks)('the answer to an attack by $kind', (attack) => {
  test('spares images that were wrong before, and changes pixels of examples only', async () => {
    const answer = await answered(lane.attack(unitOf(attack)));
    let examples = 0;
    for (const image of all) {
      const isAttacked = image !== 3 && image !== 20;
      expect(answer.clean[image] === labels[image]).toBe(isAttacked);
      if (!isAttacked) {
        expect(answer.adversarial[image]).toBe(answer.clean[image]);
        expect(answer.changedPixels[image]).toBe(0);
      }
      const isExample = isAttacked && answer.adversarial[image] !== labels[image];
      examples += isExample ? 1 : 0;
      for (const [index, predicted] of answer.changed.entries()) {
        expect(predicted[image] !== NOT_CLASSIFIED).toBe(isExample);
        expect((answer.absDelta[index]?.[image] ?? 0) > 0).toBe(isExample);
      }
    }
    expect(examples).toBeGreaterThan(0);
    expect(examples).toBeLessThan(IMAGES);
    expect(answer.changed).toHaveLength(3);
    const isSearch = attack.kind === 'one-pixel';
    if (attack.kind !== 'one-pixel') expect(Math.max(...answer.largestDelta)).toBe(attack.epsilon);
    expect(Math.max(...answer.changedPixels)).toBeLessThanOrEqual(isSearch ? 3 : 32 * 32);
    expect(answer.queries.some((queries) => queries > 0)).toBe(isSearch);
  });

  test('does not depend on how the images are cut into units', async () => {
    const { seconds, ...whole } = await answered(lane.attack(unitOf(attack)));
    expect(seconds).toBeGreaterThan(0);
    const unit = unitOf(attack);
    for (const [start, end] of [
      [0, 1],
      [1, 18],
      [18, IMAGES],
    ] as const) {
      const part = await answered(
        lane.attack({
          ...unit,
          images: all.subarray(start, end),
          labels: labels.subarray(start, end),
        }),
      );
      expect(part.adversarial).toEqual(whole.adversarial.slice(start, end));
      expect(part.zeroGradients).toEqual(whole.zeroGradients.slice(start, end));
      for (const [index, predicted] of whole.changed.entries()) {
        expect(part.changed[index]).toEqual(predicted.slice(start, end));
        expect(part.absDelta[index]).toEqual(whole.absDelta[index]?.slice(start, end));
      }
    }
  });

  test('leaves no tensor behind, nor does one that fails', async () => {
    const unit = unitOf(attack);
    await answered(lane.attack(unit));
    const before = await lane.memory();
    await answered(lane.attack(unit));
    await lane.attack({ ...unit, changes: [{ ...change, count: 5000 }] });
    await lane.attack({ ...unit, images: Uint32Array.of(0, 99) });
    expect(await lane.memory()).toEqual(before);
  });
});

describe('a fault of an attack is an answer that names the thing', () => {
  test.each<[string, string, Partial<AttackUnit>]>([
    ['a model that was not loaded', 'model-missing', { model: 'nobody' }],
    ['an image that was not opened', 'image-missing', { images: Uint32Array.of(IMAGES) }],
    ['more pixels than there are', 'spec-invalid', { changes: [{ ...change, count: 1025 }] }],
  ])('%s', async (_, kind, part) => {
    const unit = { ...unitOf({ kind: 'fgsm', epsilon: 16 }), ...part };
    expect(await lane.attack(unit)).toMatchObject({ ok: false, error: { kind } });
  });

  test('weights so large that logits are no numbers', async () => {
    const files = tinyModel('broken', 1);
    const weights = new Float32Array(files.data.weights.slice(0));
    weights.fill(3e38, 0, 20);
    await answered(
      lane.loadModel({
        ...files,
        data: { ...files.data, weights: weights.buffer },
      }),
    );
    const unit = { ...unitOf({ kind: 'fgsm', epsilon: 4 }), model: 'broken' };
    expect(await lane.attack(unit)).toMatchObject({ ok: false, error: { kind: 'non-finite' } });
  });
});
