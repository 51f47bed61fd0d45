import { describe, expect, it } from 'vitest';
import type { SetImage } from '../../../../src/images/sets/set-image.ts';
import type { KeptImageSet } from '../../../../src/state/images/kept-set.ts';
import { takenOfSet } from '../../../../src/state/images/set-choice.ts';
import { imagesProblem } from '../../../../src/state/repair/images-problem.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';
import {
  imagesOfRole,
  recounted,
  repairImages,
  withCount,
  withRoadside,
  withSet,
} from '../../../../src/state/repair/repair-images.ts';
import { repairPreset, repairPresetOf } from '../../../../src/state/repair/repair-presets.ts';
import { checkRepair } from '../../../../src/run/repair/check-repair.ts';

const known = { count: 3, names: ['red', 'green', 'blue'] };
const cards = {
  net: {
    id: 'net',
    inputSize: [8, 8, 3],
    parameters: 1,
    multiplyAdds: 1,
    weightBytes: 4,
    classCount: 3,
    classNames: known.names,
    test: { images: 0, correct: 0 },
  },
} as const;

const image = (className: string, at: number): SetImage => ({
  file: `${className}/${at}.png`,
  className,
  sha256: `${className}${at}`.padEnd(64, '0'),
  width: 8,
  height: 8,
  bytes: 10,
});

const set = (
  name: string,
  classes: readonly string[],
  each: number,
  corrections = {},
): KeptImageSet => ({
  name,
  source: 'folder',
  added: 0,
  images: classes.flatMap((className) =>
    Array.from({ length: each }, (_, at) => image(className, at)),
  ),
  corrections,
});

const colours = set('colours', ['red', 'rouge', 'grey'], 10, { rouge: 'green' });
const more = set('more', ['blue', 'red'], 20);
const sets = [colours, more];
const paper = paperRepair('net');

describe('a repair on a set of one’s own', () => {
  const spec = withSet(paper, { role: 'train', set: colours }, sets, known);

  it('deals it out, so that training, validation and test share no picture', () => {
    const files = repairImages(spec).map(({ images }) => {
      if (images.source === 'roadside') throw new Error('not of the set');
      return takenOfSet(colours, known, images).images.map(({ file }) => file);
    });
    expect(files.map(({ length }) => length)).toEqual([12, 4, 4]);
    expect(new Set(files.flat()).size).toBe(20);
    expect(spec.images).toMatchObject({ path: 'colours', part: { of: 5, take: [5] }, count: 4 });
    expect(() => checkRepair(spec)).not.toThrow();
  });

  it('goes by the corrections made by hand, and by the classes that it shows', () => {
    expect(imagesOfRole(spec, 'train')).toMatchObject({ classes: { rouge: 'green' } });
    expect(spec.repair.classes).toEqual([0, 1]);
    expect(imagesProblem(spec, sets, cards)).toBeNull();
  });

  it('leaves a set whole that no other role uses', () => {
    const apart = withSet(spec, { role: 'test', set: more }, sets, known);
    expect(apart.images).toEqual({ source: 'folder', path: 'more', count: 40 });
    expect(apart.repair.train).toMatchObject({ part: { of: 5, take: [1, 2, 3, 4] } });
    expect(apart.repair.validation).toMatchObject({ part: { of: 5, take: [5] } });
  });

  it('goes back to Roadside as a whole', () => {
    expect(withRoadside(spec)).toEqual(paper);
  });

  it('keeps its images in every preset', () => {
    const quick = repairPreset('quick', withCount(spec, 'train', 7));
    expect(imagesOfRole(quick, 'train')).toMatchObject({ path: 'colours', count: 7 });
    expect(quick.repair).toMatchObject({ counts: [16], classes: [0, 1] });
    expect(repairPresetOf(quick)).toBe('quick');
  });

  it('counts what another model knows of it', () => {
    const other = recounted(spec, sets, { count: 3, names: ['red', 'grey', 'rouge'] });
    expect(other.repair.train?.count).toBe(12);
    const { repair } = recounted(spec, sets, { count: 3, names: ['red', 'x', 'y'] });
    expect(repair).toMatchObject({ train: { count: 6 } });
    expect(repair.classes).toBeUndefined();
  });
});

describe('what keeps the images of a repair from being used', () => {
  it('is a model that does not know the road signs', () => {
    expect(imagesProblem(paper, sets, cards)).toMatchObject({
      part: 'images',
      message: expect.stringMatching(/does not know the road signs/),
    });
  });

  it('is a set that is not in this browser, named with what it is for', () => {
    const spec = withSet(paper, { role: 'train', set: colours }, sets, known);
    expect(imagesProblem(spec, [more], cards)?.message).toMatch(/^The training images are colours/);
    const apart = withSet(spec, { role: 'test', set: more }, sets, known);
    expect(imagesProblem(apart, [colours], cards)).toMatchObject({
      part: 'test',
      message: expect.stringMatching(/^The test images are more/),
    });
  });

  it('is a set of classes that the model does not know, or of one class', () => {
    const greys = set('greys', ['grey'], 20);
    const unknown = withSet(paper, { role: 'train', set: greys }, [greys], known);
    expect(imagesProblem(unknown, [greys], cards)?.message).toMatch(/none of the classes of greys/);
    const reds = set('reds', ['red'], 20);
    const one = withSet(paper, { role: 'train', set: reds }, [reds], known);
    expect(imagesProblem(one, [reds], cards)?.message).toMatch(/show one class only/);
  });
});
