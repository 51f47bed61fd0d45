import { expect, test } from 'vitest';
import { expectedText } from '../../../../../src/panels/measure/answer/curve/expected-text.ts';
import { presetSpec } from '../../../../../src/state/experiment/presets.ts';

test.each([
  ['accuracy', /still classified correctly, .* stays high/],
  ['wrong', /misclassified, .* stays low/],
  ['pi', /Pixel-index, .* stays low/],
] as const)('the words over empty axes of %s say which line is robust', (measure, words) => {
  expect(expectedText(presetSpec('count'), measure)).toMatch(words);
});
