import { describe, expect, it } from 'vitest';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';
import { catalogue } from '../../../../src/state/models/catalogue.ts';

describe('the catalogue', () => {
  it('names every model once, with where it is, its licence and a preprocessing of a spec', () => {
    expect(new Set(catalogue.map(({ url }) => url)).size).toBe(catalogue.length);
    for (const { url, page, licence, preprocess, checked } of catalogue) {
      expect([new URL(url).protocol, new URL(page).protocol]).toEqual(['https:', 'https:']);
      expect(url).toMatch(/\/(model\.json|[\w.-]+\.onnx|model\.safetensors)$/);
      expect(licence).not.toBe('');
      expect(preprocessSchema.parse(preprocess)).toEqual(preprocess);
      expect(checked === null || /^\d{4}-\d\d-\d\d$/.test(checked)).toBe(true);
    }
  });

  it('begins with what is fetched soonest', () => {
    const sizes = catalogue.map(({ bytes }) => bytes);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});
