import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { BackendName, Unit, UnitAnswer } from '../../src/protocol/lane.ts';
import type { LaneHandle } from '../../src/run/lane-handle.ts';
import { startSweep } from '../../src/run/sweep.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { answered } from '../support/lanes/answered.ts';
import { tinyModel } from '../support/lanes/tiny-model.ts';
import { predictionsOf, tinySweep } from '../support/lanes/tiny-sweep.ts';

// For logits: float32 sums of up to 1536 terms of size about 1, in different orders. A margin is the
// difference of two.
const TOLERANCE = 1e-4;

// More than one execution of 8; software WebGPU takes close to a second for each.
const IMAGES = 10;
const images = Uint32Array.from({ length: IMAGES }, (_, index) => index);
const cell = (count: number): Unit => ({
  model: 'tiny',
  images,
  change: { seed: 7, draw: 0, count, value: 'replace', region: 1 },
  margins: true,
});
const units: readonly Unit[] = [{ ...cell(0), change: null }, cell(1), cell(64), cell(900)];

const refs = Array.from(images, (index) => ({ kind: 'roadside', index }) as const);

async function openLane(backend: BackendName): Promise<LaneHandle> {
  const lane = await openBrowserLane();
  await answered(lane.api.start({ backend }));
  await answered(lane.api.loadModel(tinyModel('tiny', 1)));
  await answered(lane.api.openImages(refs));
  return lane;
}

let wasm: UnitAnswer[];

beforeAll(async () => {
  const lane = await openLane('wasm');
  wasm = await Promise.all(units.map((unit) => answered(lane.api.classify(unit))));
  lane.terminate();
});

test.each(['webgl', 'webgpu', 'cpu'] as const)(
  '%s answers as WASM does, whole or cut up, and leaves no tensor behind',
  async (backend) => {
    const lane = await openLane(backend);
    onTestFinished(() => lane.terminate());
    const { api } = lane;
    const weights = await api.memory();

    const answers = await Promise.all(units.map((unit) => answered(api.classify(unit))));
    for (const [index, { predicted, margins, absDelta }] of answers.entries()) {
      const reference = wasm[index];
      expect(absDelta).toEqual(reference?.absDelta);
      for (const [image, margin] of (reference?.margins ?? []).entries()) {
        expect(Math.abs((margins?.[image] ?? Number.NaN) - margin)).toBeLessThan(2 * TOLERANCE);
        if (margin > 2 * TOLERANCE) expect(predicted[image]).toBe(reference?.predicted[image]);
      }
    }

    const whole = answers[2]?.margins;
    for (const [start, end] of [
      [0, 3],
      [3, IMAGES],
    ]) {
      const part = await answered(api.classify({ ...cell(64), images: images.slice(start, end) }));
      expect(part.margins).toEqual(whole?.slice(start, end));
    }

    await api.classify({ ...cell(64), images: Uint32Array.of(0, 99) });
    await answered(api.openImages(refs));
    expect(await api.memory()).toEqual(weights);
  },
);

test('the same sweep on WebGL and on WebGPU gives the classes of WASM', async () => {
  const [reference, ...others] = await Promise.all(
    (['wasm', 'webgl', 'webgpu'] as const).map(async (backend) => {
      const run = startSweep(tinySweep(openBrowserLane, [{ backend, lanes: 1 }]));
      const predictions = predictionsOf(await run.done);
      expect(run.snapshot()).toMatchObject({ backend, recoveries: [] });
      return predictions;
    }),
  );
  expect(others).toEqual([reference, reference]);
});
