import { expect, onTestFinished, test } from 'vitest';
import type { BackendName, LaneApi } from '../../src/protocol/lane.ts';
import { openBrowserLane } from '../../src/workers/open-browser-lane.ts';
import { answered } from '../support/lanes/answered.ts';
import { tinyModel } from '../support/lanes/tiny-model.ts';

// Softmax of logits that agree to some 1e-4 across backends.
const TOLERANCE = 1e-3;

const images = Uint32Array.from({ length: 11 }, (_, index) => index);
const pixels = { seed: 3, draw: 0, count: 120, value: 'replace', region: 1 } as const;
const request = { model: 'tiny', images, change: { kind: 'pixels', pixels } } as const;

async function open(backend: BackendName): Promise<LaneApi> {
  const lane = await openBrowserLane();
  onTestFinished(() => lane.terminate());
  await answered(lane.api.start({ backend }));
  await answered(lane.api.loadModel(tinyModel('tiny', 1)));
  await answered(lane.api.openImages(Array.from(images, (index) => ({ kind: 'roadside', index }))));
  return lane.api;
}

test.each(['webgl', 'webgpu'] as const)(
  'pictures examined on %s have the classes that classifying finds there and the probabilities of WASM',
  async (backend) => {
    const gpu = await open(backend);
    const examined = await answered(gpu.examine(request));
    const { predicted } = await answered(
      gpu.classify({ model: 'tiny', images, change: pixels, margins: false }),
    );
    expect(examined.images.map(({ changed }) => changed.predicted)).toEqual([...predicted]);
    const onWasm = await answered((await open('wasm')).examine(request));
    for (const [at, { changed, pixels: changes }] of examined.images.entries()) {
      const other = onWasm.images[at];
      expect(changed.bytes).toEqual(other?.changed.bytes);
      expect(changes).toEqual(other?.pixels);
      for (const [label, probability] of changed.probabilities.entries()) {
        const expected = other?.changed.probabilities[label] ?? Number.NaN;
        expect(Math.abs(probability - expected)).toBeLessThan(TOLERANCE);
      }
    }
    const before = await gpu.memory();
    await answered(gpu.examine(request));
    expect(await gpu.memory()).toEqual(before);
  },
);
