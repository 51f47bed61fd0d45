import { expect, onTestFinished, test } from 'vitest';
import { changedPixels, changePixels } from '../../../../src/core/pixel-change.ts';
import { centredRegion } from '../../../../src/core/region.ts';
import { fitImage } from '../../../../src/images/files/fit-image.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import type { AttackRequest } from '../../../../src/protocol/attack.ts';
import type { Examination, ExaminedPicture } from '../../../../src/protocol/examine.ts';
import type { BackendName, LaneApi } from '../../../../src/protocol/lane.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';

const IMAGES = 40;
const files = tinyModel('tiny', 1);
const pixels = { seed: 3, draw: 1, count: 200, value: { offset: 90 }, region: 0.5 } as const;
const change = { kind: 'pixels', pixels } as const;
const images = Uint32Array.from({ length: IMAGES }, (_, index) => IMAGES - 1 - index);

async function open(backend: BackendName): Promise<LaneApi> {
  const lane = await openNodeLane();
  onTestFinished(() => lane.terminate());
  await answered(lane.api.start({ backend }));
  await answered(lane.api.loadModel(files));
  await answered(
    lane.api.openImages(Array.from(images, (_, index) => ({ kind: 'roadside', index }))),
  );
  return lane.api;
}

function expectDistribution({ predicted, probabilities }: ExaminedPicture): void {
  expect(probabilities).toHaveLength(12);
  expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
  expect(Math.max(...probabilities)).toBe(probabilities[predicted]);
}

function sourceOf(index: number): Uint8Array {
  const picture = { width: 64, height: 64, rgb: renderRoadside(index) };
  return fitImage(picture, [32, 32], files.preprocess);
}

test.each(['wasm', 'cpu'] as const)(
  'on %s the examined classes are those that classifying finds',
  async (backend) => {
    const api = await open(backend);
    const examined = await answered(api.examine({ model: 'tiny', images, change }));
    const unit = { model: 'tiny', images, margins: false };
    const clean = await answered(api.classify({ ...unit, change: null }));
    const changed = await answered(api.classify({ ...unit, change: pixels }));
    const classes = (which: 'original' | 'changed') =>
      Uint16Array.from(examined.images, (image) => image[which].predicted);
    expect(classes('original')).toEqual(clean.predicted);
    expect(classes('changed')).toEqual(changed.predicted);
    expect(classes('changed')).not.toEqual(classes('original'));
    for (const image of examined.images) {
      expectDistribution(image.original);
      expectDistribution(image.changed);
    }
  },
);

test('the bytes and the list of changes are those of the draw', async () => {
  const api = await open('wasm');
  const examined = await answered(api.examine({ model: 'tiny', images, change }));
  expect(examined).toMatchObject({ height: 32, width: 32 });
  expect(examined.images).toHaveLength(IMAGES);
  for (const [at, index] of images.entries()) {
    const source = sourceOf(index);
    const draw = {
      ...pixels,
      imageKey: [index, 0] as const,
      value: { kind: 'offset', magnitude: 90 } as const,
      height: 32,
      width: 32,
      region: centredRegion(32, 32, 0.5),
    };
    const target = new Uint8Array(source.length);
    changePixels(source, target, draw);
    expect(examined.images[at]?.original.bytes).toEqual(source);
    expect(examined.images[at]?.changed.bytes).toEqual(target);
    expect(examined.images[at]?.pixels).toEqual(changedPixels(source, draw));
  }
});

test.each<AttackRequest>([
  { kind: 'fgsm', epsilon: 6 },
  { kind: 'pgd', epsilon: 4, step: 1, iterations: 4, randomStart: true, seed: 3 },
  { kind: 'one-pixel', pixels: 3, population: 8, generations: 2, search: 'evolution', seed: 3 },
])(
  'examples by $kind and what random pixels make of them are those of the attack of a run',
  async (attack) => {
    const api = await open('wasm');
    const unit = { model: 'tiny', images, change: null, margins: false };
    const labels = (await answered(api.classify(unit))).predicted;
    const run = await answered(
      api.attack({ model: 'tiny', images, labels, attack, changes: [pixels] }),
    );
    const places = Array.from(images.keys()).filter(
      (at) => run.adversarial[at] !== labels[at] && at % 2 === 0,
    );
    expect(places.length).toBeGreaterThan(3);
    // Fewer at once than in the run, as a page of pictures has them.
    const examined = await answered(
      api.examine({
        model: 'tiny',
        images: Uint32Array.from(places, (at) => images[at] ?? 0),
        change: {
          kind: 'attack',
          attack,
          labels: Uint16Array.from(places, (at) => labels[at] ?? 0),
          pixels,
        },
      }),
    );
    expect(examined.images).toHaveLength(places.length);
    for (const [index, at] of places.entries()) {
      const { original, attacked, changed, pixels: changes } = examined.images[index] ?? {};
      if (!original || !attacked || !changed || !changes) throw new Error(`no picture ${index}`);
      expect(original.predicted).toBe(labels[at]);
      expect(attacked.predicted).toBe(run.adversarial[at]);
      expect(changed.predicted).toBe(run.changed[0]?.[at]);
      for (const picture of [original, attacked, changed]) expectDistribution(picture);

      expect(original.bytes).toEqual(sourceOf(images[at] ?? 0));
      const distances = attacked.bytes.map((byte, place) =>
        Math.abs(byte - (original.bytes[place] ?? 0)),
      );
      expect(Math.max(...distances)).toBe(run.largestDelta[at]);
      expect(changes).toHaveLength(pixels.count);
      const moved = attacked.bytes.slice();
      for (const { row, column, before, after } of changes) {
        const place = (row * 32 + column) * 3;
        expect([...moved.subarray(place, place + 3)]).toEqual(before);
        moved.set(after, place);
      }
      expect(changed.bytes).toEqual(moved);
    }
  },
);

test('without a change the two pictures are the same', async () => {
  const api = await open('wasm');
  const { images: shown }: Examination = await answered(
    api.examine({ model: 'tiny', images: Uint32Array.of(5), change: null }),
  );
  expect(shown[0]?.changed).toEqual(shown[0]?.original);
  expect(shown[0]?.pixels).toEqual([]);
});

test('examining leaves no tensor behind, nor does a request that fails', async () => {
  const api = await open('wasm');
  await answered(api.examine({ model: 'tiny', images, change }));
  const before = await api.memory();
  await answered(api.examine({ model: 'tiny', images, change }));
  const tooMany = { kind: 'pixels', pixels: { ...pixels, count: 999 } } as const;
  expect(await api.examine({ model: 'tiny', images, change: tooMany })).toMatchObject({
    ok: false,
    error: { kind: 'spec-invalid' },
  });
  expect(await api.examine({ model: 'tiny', images: Uint32Array.of(999), change })).toMatchObject({
    ok: false,
    error: { kind: 'image-missing' },
  });
  const attack = { kind: 'fgsm', epsilon: 4 } as const;
  const attackOn = (labels: Uint16Array) =>
    api.examine({
      model: 'tiny',
      images: Uint32Array.of(1, 2),
      change: { kind: 'attack', attack, labels, pixels },
    });
  await answered(attackOn(Uint16Array.of(3, 4)));
  expect(await attackOn(Uint16Array.of(3, 99))).toMatchObject({ ok: false });
  expect(await api.memory()).toEqual(before);
});

test('a model that was not loaded is named', async () => {
  const api = await open('wasm');
  expect(await api.examine({ model: 'nobody', images, change })).toMatchObject({
    ok: false,
    error: { kind: 'model-missing', subject: 'nobody' },
  });
});
