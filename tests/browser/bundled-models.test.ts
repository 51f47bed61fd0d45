import { afterAll, expect, test } from 'vitest';
import { roadsideImages } from '../../src/images/roadside-set.ts';
import type { BackendName, Unit } from '../../src/protocol/lane.ts';
import type { LaneHandle } from '../../src/run/lane-handle.ts';
import { bundledModelIds } from '../../src/run/bundled-models.ts';
import { fetchBundledModel } from '../../src/state/models/fetch-models.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { answered } from '../support/lanes/answered.ts';

// For logits of size about 10 after some twenty layers of float32; a margin is the difference of two.
const TOLERANCE = 1e-3;

const images = Uint32Array.from({ length: 8 }, (_, index) => index);
const change = { seed: 7, draw: 0, count: 64, value: 'replace', region: 1 } as const;

const lanes = new Map<BackendName, LaneHandle>();
afterAll(() => lanes.forEach((lane) => lane.terminate()));

/** The lane of a backend, which holds one model after the other. */
async function laneOn(backend: BackendName): Promise<LaneHandle> {
  const open = lanes.get(backend);
  if (open !== undefined) return open;
  const lane = await openBrowserLane();
  lanes.set(backend, lane);
  await answered(lane.api.start({ backend }));
  await answered(lane.api.openImages(roadsideImages('test', images.length).refs));
  return lane;
}

async function answersOn(backend: BackendName, id: string) {
  const lane = await laneOn(backend);
  const { files } = await fetchBundledModel(id, new AbortController().signal);
  await answered(lane.api.loadModel(files));
  const unit: Unit = { model: id, images, change: null, margins: true };
  return [
    await answered(lane.api.classify(unit)),
    await answered(lane.api.classify({ ...unit, change })),
  ];
}

for (const id of bundledModelIds) {
  // Software WebGPU is an order of magnitude slower than software WebGL; one model shows the path.
  const backends: BackendName[] = id === 'densenet' ? ['webgl', 'webgpu'] : ['webgl'];
  for (const backend of backends) {
    test(`the bundled ${id} gives the same classes on ${backend} as on WASM`, async () => {
      const [wasm, gpu] = [await answersOn('wasm', id), await answersOn(backend, id)];
      for (const [index, { predicted, margins }] of wasm.entries()) {
        for (const [image, margin] of (margins ?? []).entries()) {
          const other = gpu[index]?.margins?.[image] ?? Number.NaN;
          expect(Math.abs(other - margin)).toBeLessThan(2 * TOLERANCE);
          if (margin > 2 * TOLERANCE) expect(gpu[index]?.predicted[image]).toBe(predicted[image]);
        }
      }
    });
  }
}
