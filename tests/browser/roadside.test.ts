import { expect, test } from 'vitest';
import golden from '../fixtures/roadside/golden.json' with { type: 'json' };
import { renderRoadside, roadsideLabel } from '../../src/images/roadside/render.ts';
import { concatenate, sha256 } from '../support/image-hash.ts';

test('Chromium renders the golden images to the byte', async () => {
  for (const { index, label, sha256: expected } of golden.images) {
    expect(roadsideLabel(index), `label of ${index}`).toBe(label);
    expect(await sha256(concatenate([renderRoadside(index)])), `image ${index}`).toBe(expected);
  }
});

test('Chromium renders the golden run of test images to the byte', async () => {
  const { start, count, sha256: expected } = golden.run;
  const images = Array.from({ length: count }, (_, i) => renderRoadside(start + i));
  expect(await sha256(concatenate(images))).toBe(expected);
});
