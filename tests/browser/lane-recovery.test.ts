import { wrap } from 'comlink';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackendName, SweepLaneApi } from '../../src/protocol/lane.ts';
import type { OpenLane } from '../../src/run/lane-handle.ts';
import type { PredictionsData } from '../../src/run/predictions.ts';
import { startSweep } from '../../src/run/sweep.ts';
import { adoptLane, openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import type { Sabotage, SabotagedLaneApi } from '../support/lanes/sabotage.ts';
import { predictionsOf, tinySweep } from '../support/lanes/tiny-sweep.ts';

const lanes = (...backends: BackendName[]) => backends.map((backend) => ({ backend, lanes: 1 }));

/** Opens lanes of which only the first one breaks, at its third unit. */
function breakFirst(how: Sabotage, when: 'before' | 'during'): OpenLane {
  let opened = 0;
  return async () => {
    opened += 1;
    const worker = new Worker(new URL('./sabotaged-lane.ts', import.meta.url), {
      type: 'module',
    });
    const lane = await adoptLane(worker);
    if (opened === 1) await wrap<SabotagedLaneApi>(worker).breakAt(3, how, when);
    return lane;
  };
}

/** Opens lanes of which the first one is terminated from outside while it computes its third unit. */
function terminateFirst(): OpenLane {
  let opened = 0;
  return async () => {
    opened += 1;
    const lane = await openBrowserLane();
    if (opened > 1) return lane;
    let units = 0;
    const classify: SweepLaneApi['classify'] = (unit) => {
      units += 1;
      const answer = lane.api.classify(unit);
      if (units === 3) lane.terminate();
      return answer;
    };
    const api: SweepLaneApi = {
      probe: () => lane.api.probe(),
      start: (options) => lane.api.start(options),
      loadModel: (files) => lane.api.loadModel(files),
      openImages: (images) => lane.api.openImages(images),
      attack: (unit) => lane.api.attack(unit),
      memory: () => lane.api.memory(),
      classify,
    };
    return { ...lane, api };
  };
}

async function run(openLane: OpenLane, backends: ReturnType<typeof lanes>) {
  const sweep = startSweep(tinySweep(openLane, backends));
  const predictions = predictionsOf(await sweep.done);
  return { predictions, recoveries: sweep.snapshot().recoveries, used: sweep.snapshot().backend };
}

let undisturbed: PredictionsData;

beforeAll(async () => {
  undisturbed = (await run(openBrowserLane, lanes('wasm'))).predictions;
});

test('the sweep decides something: images differ, and pixels change answers', () => {
  for (const [model, clean] of undisturbed.clean.entries()) {
    expect(new Set(clean).size).toBeGreaterThan(2);
    expect(undisturbed.changed[model]?.[2]).not.toEqual(clean);
  }
});

describe('the numbers are those of an undisturbed run', () => {
  test('after a worker was terminated', async () => {
    const { predictions, recoveries } = await run(terminateFirst(), lanes('wasm'));
    expect(recoveries.map(({ error }) => error.kind)).toEqual(['lane-crashed']);
    expect(predictions).toEqual(undisturbed);
  });

  test('after an error outside any call ended a worker', async () => {
    const open = breakFirst('throw outside any call', 'before');
    const { predictions, recoveries } = await run(open, lanes('wasm'));
    expect(recoveries.map(({ error }) => error.kind)).toEqual(['lane-crashed']);
    expect(predictions).toEqual(undisturbed);
  });

  test.each(['fill the WASM memory', 'leave little WASM memory'] as const)(
    'after something came to %s',
    async (how) => {
      const { predictions, recoveries } = await run(breakFirst(how, 'before'), lanes('wasm'));
      expect(recoveries.map(({ error }) => error.kind)).toEqual(['out-of-memory']);
      expect(predictions).toEqual(undisturbed);
    },
  );

  test.each([
    ['webgl', 'lose the WebGL context', 'before'],
    ['webgl', 'lose the WebGL context', 'during'],
    ['webgpu', 'destroy the WebGPU device', 'before'],
    ['webgpu', 'destroy the WebGPU device', 'during'],
  ] as const)('after %s came to %s %s a unit', async (backend, how, when) => {
    const { predictions, recoveries, used } = await run(
      breakFirst(how, when),
      lanes(backend, 'wasm'),
    );
    expect(recoveries.map(({ error }) => error.kind)).toEqual(['device-lost']);
    expect(used).toBe(`${backend} → wasm`);
    expect(predictions).toEqual(undisturbed);
  });
});
