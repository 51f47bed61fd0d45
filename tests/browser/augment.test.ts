import { expect, test } from 'vitest';
import golden from '../fixtures/augment/zips.json' with { type: 'json' };
import { sampleZipDigests } from '../support/sample-zips.ts';

test('Chromium packs the same samples into the same bytes as Node', async () => {
  expect(await sampleZipDigests()).toEqual(golden.sha256);
});
