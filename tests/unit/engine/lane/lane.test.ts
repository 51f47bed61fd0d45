import { beforeAll, describe, expect, test } from 'vitest';
import { changePixels } from '../../../../src/core/pixel-change.ts';
import { centredRegion } from '../../../../src/core/region.ts';
import { createLane } from '../../../../src/engine/lane/lane.ts';
import { fitImage } from '../../../../src/images/files/fit-image.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import type { LaneApi, Unit } from '../../../../src/protocol/lane.ts';
import type { ImageRef } from '../../../../src/protocol/image-ref.ts';
import type { ModelFiles } from '../../../../src/protocol/model-files.ts';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';

const IMAGES = 70;
const images: ImageRef[] = Array.from({ length: IMAGES }, (_, index) => ({
  kind: 'roadside',
  index,
}));
const all = Uint32Array.from({ length: IMAGES }, (_, index) => index);
const change = { seed: 3, draw: 1, count: 40, value: { offset: 90 }, region: 0.5 } as const;
const unit: Unit = { model: 'tiny', images: all, change, margins: true };

let lane: LaneApi;

// One lane for the file: a thread has one backend.
beforeAll(async () => {
  lane = createLane({ aliveLock: null });
  await answered(lane.start({ backend: 'wasm' }));
  await answered(lane.loadModel(tinyModel('tiny', 1)));
  await answered(lane.openImages(images));
});

test('a loaded model tells its shape and cost', async () => {
  const facts = await answered(lane.loadModel(tinyModel('other', 2)));
  expect(facts).toEqual({
    id: 'other',
    inputSize: [32, 32, 3],
    classes: 12,
    parameters: 3 * 3 * 3 * 16 + 16 + 3 * 3 * 16 * 24 + 24 + 8 * 8 * 24 * 12 + 12,
    multiplyAdds: 16 * 16 * 16 * 27 + 8 * 8 * 24 * 144 + 8 * 8 * 24 * 12,
  });
});

describe('the answer to a unit', () => {
  test('does not depend on how the images are cut into units', async () => {
    const whole = await answered(lane.classify(unit));
    for (const size of [1, 7, 32]) {
      for (let start = 0; start < IMAGES; start += size) {
        const part = await answered(
          lane.classify({ ...unit, images: all.subarray(start, start + size) }),
        );
        expect(part.predicted).toEqual(whole.predicted.slice(start, start + size));
        expect(part.margins).toEqual(whole.margins?.slice(start, start + size));
        expect(part.absDelta).toEqual(whole.absDelta.slice(start, start + size));
      }
    }
  });

  test('does not depend on the order or the company of the images', async () => {
    const whole = await answered(lane.classify(unit));
    const backwards = await answered(lane.classify({ ...unit, images: all.toReversed() }));
    expect(backwards.margins?.toReversed()).toEqual(whole.margins);
  });

  test('is the same whether units wait for each other or arrive at once', async () => {
    const other: Unit = { ...unit, model: 'tiny', change: { ...change, draw: 2 } };
    const clean: Unit = { ...unit, change: null };
    const units = [unit, clean, other, clean, unit];
    const together = await Promise.all(units.map((each) => answered(lane.classify(each))));
    for (const [index, each] of units.entries()) {
      const alone = await answered(lane.classify(each));
      expect(together[index]?.margins).toEqual(alone.margins);
    }
  });

  test('reports how much the bytes of the model input changed', async () => {
    const { preprocess } = tinyModel('unused', 1);
    const region = centredRegion(32, 32, change.region);
    const expected = Uint32Array.from(all, (index) => {
      const rgb = renderRoadside(index);
      const source = fitImage({ width: 64, height: 64, rgb }, [32, 32], preprocess);
      return changePixels(source, new Uint8Array(source.length), {
        ...change,
        imageKey: [index, 0],
        value: { kind: 'offset', magnitude: 90 },
        height: 32,
        width: 32,
        region,
      });
    });
    expect((await answered(lane.classify(unit))).absDelta).toEqual(expected);
    const { absDelta } = await answered(lane.classify({ ...unit, change: null }));
    expect(absDelta).toEqual(new Uint32Array(IMAGES));
  });

  test('leaves no tensor behind, nor does a unit that fails', async () => {
    await answered(lane.classify(unit));
    const before = await lane.memory();
    await answered(lane.classify(unit));
    await lane.classify({ ...unit, change: { ...change, count: 999 } });
    await lane.classify({ ...unit, images: Uint32Array.of(0, 999) });
    expect(await lane.memory()).toEqual(before);
  });

  test('takes no margins where none are asked for', async () => {
    const { margins } = await answered(lane.classify({ ...unit, margins: false }));
    expect(margins).toBeNull();
  });
});

describe('a fault is an answer that names the thing', () => {
  const files = tinyModel('mine', 1);
  const { data } = files;
  const corrupt = (part: Partial<ModelFiles>) => lane.loadModel({ ...files, ...part });

  test.each<[string, string, Partial<ModelFiles>]>([
    [
      'a topology that was cut short',
      'model-corrupt',
      { data: { ...data, topology: data.topology.slice(0, 99) } },
    ],
    [
      'weights that were cut short',
      'model-corrupt',
      { data: { ...data, weights: data.weights.slice(0, 4000) } },
    ],
    ['labels for another number of classes', 'model-shape', { classes: 10 }],
    [
      'a size that the model does not take',
      'model-shape',
      { preprocess: preprocessSchema.parse({ size: [64, 64] }) },
    ],
  ])('%s', async (_, kind, part) => {
    const before = await lane.memory();
    expect(await corrupt(part)).toMatchObject({ ok: false, error: { kind, subject: 'mine' } });
    expect(await lane.memory()).toEqual(before);
  });

  test.each<[string, string, Partial<Unit>]>([
    ['a model that was not loaded', 'model-missing', { model: 'nobody' }],
    ['an image that was not opened', 'image-missing', { images: Uint32Array.of(IMAGES) }],
    ['more pixels than the region has', 'spec-invalid', { change: { ...change, count: 257 } }],
    ['a region without pixels', 'spec-invalid', { change: { ...change, region: 0.001 } }],
  ])('%s', async (_, kind, part) => {
    expect(await lane.classify({ ...unit, ...part })).toMatchObject({ ok: false, error: { kind } });
  });

  test('a lane that was not started', async () => {
    const idle = createLane({ aliveLock: null });
    expect(await idle.classify(unit)).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(await idle.start({ backend: 'webgl' })).toMatchObject({
      ok: false,
      error: { kind: 'no-backend', subject: 'webgl' },
    });
  });
});

test('in Node a lane offers WASM and JavaScript and says why it offers no more', async () => {
  const reports = await lane.probe();
  expect(reports.map(({ backend, available }) => [backend, available])).toEqual([
    ['webgpu', false],
    ['webgl', false],
    ['wasm', true],
    ['cpu', true],
  ]);
  for (const { detail } of reports) expect(detail).not.toBe('');
});
