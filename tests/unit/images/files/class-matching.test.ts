import { describe, expect, it } from 'vitest';
import { matchClasses } from '../../../../src/images/files/class-matching.ts';
import { imagenetLabels } from '../../../../src/images/files/imagenet-labels.ts';

const classes = ['tench, Tinca tinca', 'speed-limit-30', 'No Entry', 'Café', 'cardigan'];
const wordnet = ['n01440764', null, null, null, 'n02963159'];

const match = (name: string, names: readonly string[] = classes) =>
  matchClasses([name], names, wordnet)[0];

describe('matching the names of folders to the classes of a model', () => {
  it.each([
    ['No Entry', 2, 'name'],
    ['Cafe\u0301', 3, 'name'],
    ['tench', 0, 'synonym'],
    ['no_entry', 2, 'case'],
    ['Speed Limit 30', 1, 'case'],
    ['NO-ENTRY', 2, 'case'],
    ['TENCH', 0, 'synonym'],
    ['tench, something else', 0, 'synonym'],
    ['tinca_tinca', 0, 'synonym'],
    ['n01440764', 0, 'wordnet'],
    ['N02963159', 4, 'wordnet'],
    ['3', 3, 'index'],
    ['0004', 4, 'index'],
  ])('takes %s as class %i by its %s', (name, index, how) => {
    expect(match(name)).toEqual({ name, index, how, candidates: [index] });
  });

  it.each(['ten', '5', '-1', '1.5', '', 'n00000000'])('finds nothing for %j', (name) => {
    expect(match(name)).toEqual({ name, index: null, how: null, candidates: [] });
  });

  it('says which classes an ambiguous name could mean', () => {
    expect(match('crane', ['crane', 'b', 'crane'])).toEqual({
      name: 'crane',
      index: null,
      how: 'name',
      candidates: [0, 2],
    });
    expect(match('STOP', ['stop', 'Stop'])?.candidates).toEqual([0, 1]);
    expect(match('Stop', ['stop', 'Stop'])?.index).toBe(1);
  });

  it('prefers a name to an index', () => {
    expect(match('0', ['9', '0'])).toMatchObject({ index: 1, how: 'name' });
  });

  it('takes indices where no class has a name', () => {
    expect(match('999', [])).toMatchObject({ index: 999, how: 'index' });
    expect(match('cat', [])?.index).toBeNull();
    expect(match('65535', [])?.index).toBeNull();
  });

  it('tells the cardigan from the Cardigan of ImageNet, and not one crane from the other', () => {
    const found = matchClasses(['cardigan', 'Cardigan', 'crane'], imagenetLabels.names);
    expect(found.map(({ index, candidates }) => [index, candidates])).toEqual([
      [474, [474]],
      [264, [264]],
      [null, [134, 517]],
    ]);
  });

  it('finds every class of ImageNet by its full name but the two that share it', () => {
    const unmatched = matchClasses(imagenetLabels.names, imagenetLabels.names).flatMap(
      ({ index }, at) => (index === at ? [] : [imagenetLabels.names[at]]),
    );
    expect(unmatched).toEqual(['crane', 'crane']);
  });
});
