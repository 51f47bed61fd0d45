import { describe, expect, it } from 'vitest';
import type { SetImage } from '../../../../src/images/sets/set-image.ts';
import { NO_LABEL } from '../../../../src/run/labels.ts';
import type { KeptImageSet } from '../../../../src/state/images/kept-set.ts';
import { classSetOf } from '../../../../src/state/models/model-classes.ts';
import {
  correctionFor,
  judgedImages,
  matchSet,
  unknownWordnetId,
} from '../../../../src/state/images/match-set.ts';
import { chooseSet } from '../../../../src/state/images/set-choice.ts';

const image = (file: string, className: string): SetImage => ({
  file,
  className,
  sha256: 'a'.repeat(64),
  width: 64,
  height: 64,
  bytes: 10,
});
const images = [
  image('1', 'stop'),
  image('2', 'Give_Way'),
  image('3', 'dogs'),
  image('4', 'stop'),
  image('5', ''),
];
const set = (corrections: KeptImageSet['corrections'] = {}): KeptImageSet => ({
  name: 'signs',
  source: 'folder',
  added: 0,
  images,
  corrections,
});
const classes = { count: 3, names: ['yield', 'give way', 'stop'] };

describe('the classes of a set', () => {
  it('are matched to those of the models, and what fits none is left out', () => {
    const rows = matchSet(set(), classes);
    expect(rows.map(({ name, images: count, index }) => [name, count, index])).toEqual([
      ['stop', 2, 2],
      ['Give_Way', 1, 1],
      ['dogs', 1, null],
      ['', 1, null],
    ]);
    const judged = judgedImages(set(), classes, 'given');
    expect(judged.images.map(({ file }) => file)).toEqual(['1', '2', '4']);
    expect([...judged.labels]).toEqual([2, 1, 2]);
  });

  it('are what a person says they are', () => {
    const corrected = set({ dogs: 'yield', stop: null, '': 'stop', Give_Way: 'no such class' });
    expect(matchSet(corrected, classes).map(({ index, how }) => [index, how])).toEqual([
      [null, 'hand'],
      [1, 'case'],
      [0, 'hand'],
      [2, 'hand'],
    ]);
  });

  it('are told by their WordNet ids where the label file has them', () => {
    const synsets = { ...set(), images: [image('1', 'n04235860'), image('2', 'n06794110')] };
    const card = {
      id: 'own',
      inputSize: [64, 64, 3],
      parameters: 1,
      multiplyAdds: 1,
      weightBytes: 4,
      classCount: 3,
      classNames: classes.names,
      wordnetIds: [null, null, 'n06794110'],
      test: { images: 0, correct: 0 },
    } as const;
    const known = classSetOf('own', { own: card });
    if (known === null) throw new Error('the classes are not known');
    expect(matchSet(synsets, known).map(({ index, how }) => [index, how])).toEqual([
      [null, null],
      [2, 'wordnet'],
    ]);
  });

  it('are indices where the models have no names', () => {
    const numbered = { ...set(), images: [image('1', '2'), image('2', '3')] };
    expect(matchSet(numbered, { count: 3, names: [] }).map(({ index }) => index)).toEqual([
      2,
      null,
    ]);
    const corrected = { ...numbered, corrections: { '3': '1' } };
    expect(matchSet(corrected, { count: 3, names: [] })[1]?.index).toBe(1);
  });

  it('do not matter without labels: every picture is there, and none has one', () => {
    const { images: judged, labels } = judgedImages(set(), classes, 'predicted');
    expect(judged).toEqual(images);
    expect([...labels]).toEqual(images.map(() => NO_LABEL));
  });
});

describe('folders named by WordNet ids', () => {
  const ids = { ...set(), images: [image('1', 'n01440764'), image('2', 'stop')] };

  it('are told from other names that fit nothing, where the labels have no ids', () => {
    expect(unknownWordnetId(matchSet(ids, classes))).toBe('n01440764');
    expect(unknownWordnetId(matchSet(set(), classes))).toBeNull();
    const known = { ...classes, wordnetIds: ['n01440764', null, null] };
    expect(unknownWordnetId(matchSet(ids, known))).toBeNull();
  });
});

describe('a correction', () => {
  const twins = { count: 3, names: ['crane', 'gull', 'crane'] };

  it('names a class by its index where another has its name', () => {
    expect([0, 1, 2].map((index) => correctionFor(twins, index))).toEqual(['0', 'gull', '2']);
    const birds = { ...set(), images: [image('1', 'bird')], corrections: { bird: '2' } };
    expect(matchSet(birds, twins)).toMatchObject([{ index: 2, how: 'hand' }]);
  });

  it('does not fall for a folder called like something that every object has', () => {
    const odd = { ...set(), images: [image('1', 'constructor')], corrections: {} };
    expect(matchSet(odd, classes)).toMatchObject([{ index: null, how: null }]);
  });
});

describe('a set in an experiment', () => {
  it('counts the pictures whose class is known', () => {
    expect(chooseSet(set(), classes)).toEqual({ source: 'folder', path: 'signs', count: 3 });
  });

  it('writes what was corrected by hand', () => {
    expect(chooseSet(set({ dogs: 'yield', stop: null }), classes)).toEqual({
      source: 'folder',
      path: 'signs',
      classes: { dogs: 'yield', stop: null },
      count: 2,
    });
  });

  it('goes without labels where no class is known', () => {
    const others = { count: 2, names: ['cat', 'horse'] };
    expect(chooseSet(set(), others)).toEqual({
      source: 'folder',
      path: 'signs',
      count: 5,
      labels: 'predicted',
    });
  });
});
