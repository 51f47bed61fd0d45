import { describe, expect, it } from 'vitest';
import { imagesSchema } from '../../../../src/protocol/images-spec.ts';
import { takenImages } from '../../../../src/images/sets/taken-images.ts';

const listed = ['a/1', 'a/2', 'b/1', 'b/2', 'c/1', 'c/2', 'constructor/1'].map((file) => ({
  file,
  className: file.split('/')[0] ?? '',
}));

const files = (taking: Parameters<typeof takenImages>[1]) =>
  takenImages(listed, taking).map(({ file, className }) => `${file} ${className}`);

describe('what a spec takes of a list of images', () => {
  it('is all of it, with the names of its classes, where nothing is said', () => {
    expect(takenImages(listed, {})).toEqual(listed);
  });

  it('goes by other names, and without classes that are left out', () => {
    expect(files({ classes: { a: 'stop', b: null }, count: 4 })).toEqual([
      'a/1 stop',
      'a/2 stop',
      'c/1 c',
      'c/2 c',
    ]);
  });

  it('is dealt out in turn, so that parts share no image and every class is in each', () => {
    const part = (...take: number[]) =>
      files({ classes: { constructor: null }, part: { of: 2, take } });
    expect(part(1)).toEqual(['a/1 a', 'b/1 b', 'c/1 c']);
    expect(part(2)).toEqual(['a/2 a', 'b/2 b', 'c/2 c']);
    expect(part(2, 1)).toHaveLength(6);
  });

  it('looks at no class where labels are predicted', () => {
    expect(files({ labels: 'predicted', classes: { a: null }, count: 1 })).toEqual(['a/1 a']);
  });
});

describe('a part of the images in a spec', () => {
  const read = (part: unknown) => imagesSchema.safeParse({ source: 'folder', path: 'signs', part });

  it('is read', () => {
    expect(read({ of: 5, take: [1, 2, 3] }).success).toBe(true);
  });

  it.each([
    [{ of: 5, take: [6] }, 'names a part beyond the last'],
    [{ of: 5, take: [2, 2] }, 'names a part twice'],
    [{ of: 5, take: [1], from: 0 }, /Unrecognized key/],
  ])('is refused as %j', (part, message) => {
    expect(read(part).error?.issues[0]?.message).toMatch(message);
  });
});
