import { expect, onTestFinished, test } from 'vitest';
import { changePixels } from '../../../../src/core/pixel-change.ts';
import { fitImage } from '../../../../src/images/files/fit-image.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import type { LaneApi } from '../../../../src/protocol/lane.ts';
import { openNodeLane } from '../../../../src/workers/open-node-lane.ts';
import { answered } from '../../../support/lanes/answered.ts';
import { tinyModel } from '../../../support/lanes/tiny-model.ts';

const INDEX = 7;
const SIDE = 32;
const files = tinyModel('tiny', 1);
const bytes = fitImage(
  { width: 64, height: 64, rgb: renderRoadside(INDEX) },
  [SIDE, SIDE],
  files.preprocess,
);
const picture = { bytes, key: [INDEX, 0] as const };

async function open(): Promise<LaneApi> {
  const lane = await openNodeLane();
  onTestFinished(() => lane.terminate());
  await answered(lane.api.start({ backend: 'wasm' }));
  await answered(lane.api.loadModel(files));
  await answered(lane.api.openImages([{ kind: 'roadside', index: INDEX }]));
  return lane.api;
}

async function lookAt(api: LaneApi, pixels: Uint8Array) {
  const [look] = await answered(api.look({ models: ['tiny'], bytes: pixels }));
  if (look === undefined) throw new Error('no answer');
  return look;
}

const images = Uint32Array.of(0);

test('what is said of a picture is what classifying the image finds, with its margin', async () => {
  const api = await open();
  const look = await lookAt(api, bytes);
  const unit = { model: 'tiny', images, change: null, margins: true };
  const { predicted, margins } = await answered(api.classify(unit));
  expect(look.predicted).toBe(predicted[0]);
  expect(look.margin).toBeCloseTo(margins?.[0] ?? NaN, 4);
  const sum = look.probabilities.reduce((total, each) => total + each, 0);
  expect(sum).toBeCloseTo(1, 6);
});

test.each(['replace', { offset: 120 }] as const)(
  'draws of one picture by %j are those that classifying meets one by one',
  async (value) => {
    const api = await open();
    const change = { seed: 11, count: 250, value, region: 0.75 };
    const draws = await answered(
      api.classifyDraws({ model: 'tiny', picture, change, first: 3, draws: 40 }),
    );
    for (let at = 0; at < 40; at += 1) {
      const unit = { model: 'tiny', images, change: { ...change, draw: 3 + at }, margins: false };
      const one = await answered(api.classify(unit));
      expect(draws.predicted[at]).toBe(one.predicted[0]);
      expect(draws.absDelta[at]).toBe(one.absDelta[0]);
    }
    expect(new Set(draws.predicted).size).toBeGreaterThan(1);
  },
);

test('the map of places counts what each changed cell is taken for', async () => {
  const api = await open();
  const { predicted: label } = await lookAt(api, bytes);
  const side = 12;
  const draws = 6;
  const common = { model: 'tiny', picture, label, side, seed: 5, value: 'replace' as const, draws };
  const whole = await answered(api.classifyPlaces({ ...common, first: 0, places: 9 }));
  for (let place = 0; place < 9; place += 1) {
    const top = Math.floor(place / 3) * side;
    const left = (place % 3) * side;
    const region = {
      top,
      left,
      height: Math.min(side, SIDE - top),
      width: Math.min(side, SIDE - left),
    };
    const flips: number[] = [];
    let margin = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const changed = new Uint8Array(bytes.length);
      changePixels(bytes, changed, {
        seed: 5,
        imageKey: picture.key,
        draw,
        count: region.height * region.width,
        value: { kind: 'replace' },
        height: SIDE,
        width: SIDE,
        region,
      });
      const { predicted, probabilities } = await lookAt(api, changed);
      if (predicted !== label) flips.push(draw);
      const others = probabilities.filter((_, index) => index !== label);
      margin += Math.log((probabilities[label] ?? NaN) / Math.max(...others)) / draws;
    }
    expect(whole.flips[place]).toBe(flips.length);
    expect(whole.firstFlip[place]).toBe(flips[0] ?? -1);
    expect(whole.margin[place]).toBeCloseTo(margin, 3);
  }
  expect(Math.max(...whole.flips)).toBeGreaterThan(0);
  const part = await answered(api.classifyPlaces({ ...common, first: 4, places: 2 }));
  expect(part.flips).toEqual(whole.flips.slice(4, 6));
});

test('a watched search meets the first success of the attack, and goes on to something worse', async () => {
  const api = await open();
  const { predicted: label } = await lookAt(api, bytes);
  const search = { pixels: 3, population: 12, generations: 5, seed: 4 };
  await answered(api.openSearch({ model: 'tiny', picture, label, ...search }));
  for (const kind of ['evolution', 'random'] as const) {
    const attack = { kind: 'one-pixel', search: kind, ...search } as const;
    const unit = { model: 'tiny', images, labels: Uint16Array.of(label), attack, changes: [] };
    const attacked = await answered(api.attack(unit));
    const isFooled = attacked.adversarial[0] !== label;
    let last = Infinity;
    for (let generation = 1; generation <= 6; generation += 1) {
      const step = await answered(api.searchGeneration({ search: kind }));
      expect(step).toMatchObject({ generation, queries: 12 * generation });
      expect(step.logProbability).toBeLessThanOrEqual(last);
      last = step.logProbability;
      if (generation < 6) continue;
      expect(step.fooledAt).toBe(isFooled ? attacked.queries[0] : null);
      const { probabilities } = await lookAt(api, step.bytes);
      expect(Math.log(probabilities[label] ?? NaN)).toBeCloseTo(step.logProbability, 3);
      expect(step.bytes.filter((byte, at) => byte !== bytes[at]).length).toBeLessThanOrEqual(9);
    }
    expect(await api.searchGeneration({ search: kind })).toMatchObject({ ok: false });
  }
});

test('the boundary is as far as distances say, for pictures that are in no list, too', async () => {
  const api = await open();
  const { predicted, margin } = await lookAt(api, bytes);
  const found = await answered(api.boundary({ model: 'tiny', bytes, label: predicted }));
  const labels = Uint16Array.of(predicted);
  const { feature, input } = await answered(
    api.distances({ model: 'tiny', images, labels, input: true }),
  );
  expect(found.feature).toBeCloseTo(feature?.[0] ?? NaN, 5);
  expect(found.input).toBeCloseTo(input?.[0] ?? NaN, 5);
  expect(found.margin).toBeCloseTo(margin, 4);
  const wrong = await answered(api.boundary({ model: 'tiny', bytes, label: found.rival }));
  expect(wrong.margin).toBeLessThan(0);
  expect(wrong.input).toBeLessThan(0);
});

test('questions leave no tensor behind, and those that cannot be answered say why', async () => {
  const api = await open();
  const ask = async () => {
    await answered(api.saliency({ model: 'tiny', bytes, label: 1 }));
    await answered(api.boundary({ model: 'tiny', bytes, label: 1 }));
    const change = { seed: 1, count: 5, value: 'replace', region: 1 } as const;
    await answered(api.classifyDraws({ model: 'tiny', picture, change, first: 0, draws: 3 }));
  };
  await ask();
  const before = await api.memory();
  await ask();
  const tooMany = { seed: 1, count: 9999, value: 'replace', region: 1 } as const;
  expect(
    await api.classifyDraws({ model: 'tiny', picture, change: tooMany, first: 0, draws: 3 }),
  ).toMatchObject({ ok: false, error: { kind: 'spec-invalid' } });
  expect(await api.look({ models: ['tiny'], bytes: bytes.subarray(3) })).toMatchObject({
    ok: false,
    error: { kind: 'internal', subject: 'tiny' },
  });
  expect(await api.saliency({ model: 'tiny', bytes, label: 12 })).toMatchObject({ ok: false });
  expect(await api.look({ models: ['nobody'], bytes })).toMatchObject({
    ok: false,
    error: { kind: 'model-missing', subject: 'nobody' },
  });
  expect(await api.memory()).toEqual(before);
});
