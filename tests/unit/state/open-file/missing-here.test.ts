import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../../src/protocol/parse-spec.ts';
import type { SpecInput } from '../../../../src/protocol/spec.ts';
import { missingHere } from '../../../../src/state/open-file/missing-here.ts';

function missing(change: Partial<SpecInput>): string | null {
  const spec = parseSpec({
    version: 1,
    seed: 1,
    models: ['vgg'],
    images: { source: 'roadside', count: 10 },
    grid: { counts: [1] },
    ...change,
  });
  return missingHere(spec, {
    models: ['vgg', 'resnet'],
    imageSets: ['photos'],
    sizes: [{ id: 'vgg', inputSize: [64, 64, 3] }],
  });
}

describe('what a page does not have', () => {
  it('is nothing for bundled models on Roadside', () => {
    expect(missing({ models: ['resnet', 'vgg'] })).toBeNull();
  });

  it('is nothing for a set of pictures that is kept here', () => {
    expect(missing({ images: { source: 'folder', path: 'photos' } })).toBeNull();
  });

  it('is nothing for an attack on images that were right before', () => {
    expect(missing({ attack: { kind: 'fgsm' }, eligibility: 'own' })).toBeNull();
  });

  it('is every model that is a file or unknown, each by its field', () => {
    const said = missing({ models: ['vgg', { path: 'nets/mine.json' }, 'lenet'] });
    expect(said).toBe(
      'models[1]: mine is the file nets/mine.json, which has to be opened in Models first; models[2]: there is no model lenet; this page has vgg, resnet',
    );
  });

  it.each([
    [{ images: { source: 'folder', path: 'signs' } }, /^images: .*the folder signs/],
    [{ images: { source: 'csv', path: 'list.csv' } }, /^images: .*the list list\.csv/],
    [{ attack: { kind: 'fgsm' }, eligibility: 'all' }, /^eligibility: .*"common" or "own"/],
    [{ repair: { model: 'vgg' } }, /^repair: /],
    [{ grid: { counts: [1, 5000] } }, /^grid\.counts\[1\]: 5000 pixels do not fit/],
    [
      { draws: 1000, models: ['vgg', 'resnet'], images: { source: 'roadside', count: 100_000 } },
      /^grid: .*split/,
    ],
  ] satisfies [Partial<SpecInput>, RegExp][])('is named for %j', (change, message) => {
    expect(missing(change)).toMatch(message);
  });
});
