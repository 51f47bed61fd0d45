import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends/start-backend.ts';
import { wasmUrls } from '../../src/engine/backends/wasm-urls.ts';
import { readGraph } from '../../src/engine/formats/read-graph.ts';
import { createClassifier } from '../../src/engine/graph/classifier.ts';
import { renderRoadside } from '../../src/images/roadside/render.ts';
import type { BackendName } from '../../src/protocol/lane.ts';
import { bundledModelIds } from '../../src/run/bundled-models.ts';
import { fetchBundledModel } from '../../src/state/models/fetch-models.ts';

// For logits of size about 10 after some twenty layers of float32, summed in other orders.
const TOLERANCE = 1e-3;
const IMAGES = 4;

const pixels = Float32Array.from(
  Array.from({ length: IMAGES }, (_, index) => [...renderRoadside(13_200_000 + index)]).flat(),
  (byte) => byte / 127.5 - 1,
);

async function logitsOn(backend: BackendName, id: string): Promise<Float32Array> {
  await startBackend(backend, { wasmUrls });
  expect(tf.getBackend()).toBe(backend);
  const { files } = await fetchBundledModel(id, new AbortController().signal);
  const classifier = createClassifier(readGraph(files.data));
  const x = tf.tensor4d(pixels, [IMAGES, 64, 64, 3]);
  const logits = classifier.logits(x);
  const values = Float32Array.from(await logits.data());
  tf.dispose([x, logits]);
  classifier.dispose();
  return values;
}

test.each(bundledModelIds)('%s gives the same logits on WASM, WebGL and WebGPU', async (id) => {
  const wasm = await logitsOn('wasm', id);
  // SqueezeNet's logits end in a ReLU, so many are 0.
  expect(new Set(wasm).size).toBeGreaterThan(2 * IMAGES);
  for (const backend of ['webgl', 'webgpu'] as const) {
    const other = await logitsOn(backend, id);
    const largest = Math.max(
      ...wasm.map((logit, at) => Math.abs(logit - (other[at] ?? Number.NaN))),
    );
    expect(largest).toBeLessThan(TOLERANCE);
  }
});
