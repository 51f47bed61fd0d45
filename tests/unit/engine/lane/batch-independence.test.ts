import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { byteTables, convertBytes } from '../../../../src/engine/lane/byte-tables.ts';
import { createClassifier } from '../../../../src/engine/graph/classifier.ts';
import { initialise } from '../../../../src/engine/models/initialise.ts';
import { miniIds, miniNetworks } from '../../../../src/engine/models/mini-networks.ts';
import { renderRoadside } from '../../../../src/images/roadside/render.ts';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';
import { startWasm } from '../../../support/wasm.ts';

const IMAGES = 11;
const STRIDE = 64 * 64 * 3;
const pixels = new Float32Array(IMAGES * STRIDE);

beforeAll(async () => {
  await startWasm();
  const tables = byteTables(preprocessSchema.parse({}));
  for (let image = 0; image < IMAGES; image += 1) {
    convertBytes(tables, renderRoadside(image), pixels, image * STRIDE);
  }
});

test.each(miniIds)('on WASM the logits of %s do not depend on the batch, to the bit', (id) => {
  const classifier = createClassifier(initialise(miniNetworks[id](), 1));
  const logitsOf = (batch: number): Float32Array[] =>
    Array.from({ length: Math.ceil(IMAGES / batch) }, (_, index) =>
      tf.tidy(() => {
        const part = pixels.slice(index * batch * STRIDE, (index + 1) * batch * STRIDE);
        const x = tf.tensor4d(part, [part.length / STRIDE, 64, 64, 3]);
        return classifier.logits(x).dataSync<'float32'>();
      }),
    );
  const join = (parts: readonly Float32Array[]) => parts.flatMap((part) => [...part]);
  const whole = join(logitsOf(IMAGES));
  expect(new Set(whole).size).toBeGreaterThan(IMAGES);
  for (const batch of [1, 4]) expect(join(logitsOf(batch))).toEqual(whole);
  classifier.dispose();
});
