import { describe, expect, it } from 'vitest';
import { imageSetHash } from '../../../src/images/image-set-hash.ts';
import type { ImageRef } from '../../../src/protocol/image-ref.ts';

const roadside = (index: number): ImageRef => ({ kind: 'roadside', index });
const file = (name: string, digit: string): ImageRef => ({
  kind: 'file',
  name,
  content: name,
  sha256: digit.repeat(64),
});

describe('the hash of an image set', () => {
  it('depends on keys, labels and order', () => {
    const base = imageSetHash([roadside(1), file('a', '0')], [3, 4]);
    expect(imageSetHash([roadside(2), file('a', '0')], [3, 4])).not.toBe(base);
    expect(imageSetHash([roadside(1), file('a', '1')], [3, 4])).not.toBe(base);
    expect(imageSetHash([roadside(1), file('a', '0')], [3, 5])).not.toBe(base);
    expect(imageSetHash([file('a', '0'), roadside(1)], [3, 4])).not.toBe(base);
  });

  it('does not depend on what a file is called', () => {
    expect(imageSetHash([file('a', '0')], [1])).toBe(imageSetHash([file('b', '0')], [1]));
  });
});
