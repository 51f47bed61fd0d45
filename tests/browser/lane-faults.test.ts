import { describe, expect, test } from 'vitest';
import type { BackendName } from '../../src/protocol/lane.ts';
import type { ModelFiles, TfjsData } from '../../src/protocol/model-files.ts';
import type { OpenLane } from '../../src/run/lane-handle.ts';
import { startSweep } from '../../src/run/sweep.ts';
import type { SweepOptions } from '../../src/run/sweep-types.ts';
import { adoptLane, openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { predictionsOf, tinySweep } from '../support/lanes/tiny-sweep.ts';

const lanes = (...backends: BackendName[]) => backends.map((backend) => ({ backend, lanes: 1 }));

const openWithoutGpu: OpenLane = () =>
  adoptLane(new Worker(new URL('./lane-without-webgl.ts', import.meta.url), { type: 'module' }));

/** Lanes of which each is terminated from outside as soon as it computes one certain image. */
const openDoomed: OpenLane = async () => {
  const lane = await openBrowserLane();
  const { api } = lane;
  return {
    ...lane,
    api: {
      probe: () => api.probe(),
      start: (options) => api.start(options),
      loadModel: (files) => api.loadModel(files),
      openImages: (images) => api.openImages(images),
      attack: (unit) => api.attack(unit),
      memory: () => api.memory(),
      classify: (unit) => {
        const answer = api.classify(unit);
        if (unit.images.includes(20)) lane.terminate();
        return answer;
      },
    },
  };
};

/** The tiny sweep with its second model's files changed. */
function withSecondModel(change: (files: ModelFiles) => ModelFiles): SweepOptions {
  const options = tinySweep(openBrowserLane, lanes('wasm'));
  const models = options.models.map((model, index) =>
    index === 1 ? { ...model, files: change(model.files) } : model,
  );
  return { ...options, models };
}

function withData(files: ModelFiles, change: (data: TfjsData) => Partial<TfjsData>): ModelFiles {
  const { data } = files;
  if (data.format !== 'tfjs') throw new Error(`${files.id} is not in the TensorFlow.js format`);
  return { ...files, data: { ...data, ...change(data) } };
}

describe('a backend that is not there', () => {
  test('gives way to the next one', async () => {
    const [gpu, wasm] = await Promise.all(
      [
        tinySweep(openWithoutGpu, lanes('webgpu', 'webgl', 'wasm')),
        tinySweep(openBrowserLane, lanes('wasm')),
      ].map((options) => startSweep(options).done),
    );
    expect(gpu && predictionsOf(gpu)).toEqual(wasm && predictionsOf(wasm));
  });

  test('fails the run with its reason where there is no other', async () => {
    const outcome = await startSweep(tinySweep(openWithoutGpu, lanes('webgpu', 'webgl'))).done;
    expect(outcome).toMatchObject({ phase: 'failed', error: { kind: 'no-backend' } });
  });
});

test('a unit that takes two lanes down fails the run, and what was done is kept', async () => {
  const outcome = await startSweep(tinySweep(openDoomed, lanes('wasm'))).done;
  expect(outcome).toMatchObject({ phase: 'failed', error: { kind: 'lane-crashed' } });
  expect(outcome.result?.manifest.complete).toBe(false);
  expect(outcome.result?.clean['one']?.images).toBeGreaterThanOrEqual(8);
});

describe('a model that cannot be used fails the run and is named', () => {
  test.each<[string, string, (files: ModelFiles) => ModelFiles]>([
    [
      'weights cut short',
      'model-corrupt',
      (f) => withData(f, ({ weights }) => ({ weights: weights.slice(0, 4000) })),
    ],
    ['not JSON', 'model-corrupt', (f) => withData(f, () => ({ topology: '<html>' }))],
    ['other classes than its labels', 'model-shape', (f) => ({ ...f, classes: 7 })],
    [
      'a layer of another kind',
      'model-unsupported',
      (f) =>
        withData(f, ({ topology: text }) => ({ topology: text.replace('"Flatten"', '"Lambda"') })),
    ],
  ])('%s', async (_, kind, change) => {
    const outcome = await startSweep(withSecondModel(change)).done;
    expect(outcome).toMatchObject({ phase: 'failed', error: { kind } });
    expect(outcome.phase === 'failed' && outcome.error.message).toContain('two');
  });
});
