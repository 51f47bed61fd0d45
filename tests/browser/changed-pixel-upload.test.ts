import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { wasmUrls } from '../../src/engine/backends/wasm-urls.ts';
import { byteTables } from '../../src/engine/lane/byte-tables.ts';
import { changePixelsOf } from '../../src/engine/lane/changed-pixels.ts';
import { inputGeometry } from '../../src/engine/lane/input-geometry.ts';
import { InputTensors } from '../../src/engine/lane/input-tensors.ts';
import { preprocessSchema } from '../../src/protocol/spec.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';

const preprocess = preprocessSchema.parse({
  channels: 'bgr',
  mean: [0.4, 0.5, 0.6],
  std: [0.2, 0.25, 0.3],
});
const geometry = inputGeometry([64, 64, 3], preprocess);
const transform = { geometry, tables: byteTables(preprocess) };
const positions = Uint32Array.of(5, 6, 7);
const images = [5, 6, 7].map((index) => ({
  key: [index, 0] as const,
  bytes: renderRoadside(index),
}));

type Backend = 'webgl' | 'webgpu' | 'wasm' | 'cpu';
const makers = new Map<Backend, InputTensors>();

async function inputsOn(
  backend: Backend,
  count: number,
): Promise<readonly [tf.TypedArray, tf.TypedArray]> {
  let inputs = makers.get(backend);
  if (inputs === undefined) {
    inputs = await InputTensors.create(await startBackend(backend, { wasmUrls }));
    makers.set(backend, inputs);
  }
  await tf.setBackend(backend);
  const change = { seed: 7, draw: 2, count, value: 'replace', region: 0.75 } as const;
  const changed = changePixelsOf(images, change, geometry);
  const unchanged = inputs.make({ positions, images, changed: null, size: 4 }, transform);
  const made = inputs.make({ positions, images, changed, size: 4 }, transform);
  const values = [await unchanged.data(), await made.data()] as const;
  unchanged.dispose();
  made.dispose();
  inputs.clear();
  return values;
}

for (const backend of ['webgl', 'webgpu', 'wasm'] as const) {
  for (const count of [0, 3, 64, 1000]) {
    test(`${count} changed pixels sent alone to ${backend} equal an upload of the changed images`, async () => {
      const patched = await inputsOn(backend, count);
      const uploaded = await inputsOn('cpu', count);
      expect(patched).toEqual(uploaded);
      if (count > 0) expect(patched[1]).not.toEqual(patched[0]);
      expect(tf.memory().numTensors).toBe(0);
    });
  }
}
