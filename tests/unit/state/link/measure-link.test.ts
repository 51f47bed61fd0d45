import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { specSchema } from '../../../../src/protocol/spec.ts';
import { checkGrid } from '../../../../src/run/check-spec.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import {
  readMeasureLink,
  writeMeasureLink,
} from '../../../../src/state/link/codec/measure-link.ts';
import { measureKeys } from '../../../../src/state/link/codec/measure-fields.ts';
import { usualView } from '../../../../src/state/link/codec/measure-view.ts';
import { readNamedModels } from '../../../../src/state/link/codec/models-text.ts';
import { queryOf, queryText } from '../../../../src/state/link/codec/query.ts';
import { viewStore } from '../../../../src/state/answer/view-store.ts';
import { galleryView } from '../../../../src/state/gallery/gallery-view.ts';
import { attackViewStore } from '../../../../src/state/attack-answer/attack-view-store.ts';
import { measureLinks } from '../../../support/link-states.ts';

const fixed = { seed: 20210408, numRuns: 300 };
const sha = '0123456789abcdef';
const hashes = { ofModel: () => `${sha}ffff`, ofImages: () => sha };
const page = 'https://lab.example/app/';

function read(query: string) {
  const entries = queryOf(`${page}?${query}`);
  return readMeasureLink(entries, readNamedModels(entries).named);
}

const usual = { spec: presetSpec('count'), view: usualView };

describe('the address of Measure', () => {
  it('says nothing of what a first visit meets', () => {
    expect(writeMeasureLink(usual, hashes)).toEqual([]);
    expect(read('').state).toEqual(usual);
    const { attack, gallery, ...view } = usualView;
    expect(viewStore.getInitialState()).toMatchObject(view);
    expect(attackViewStore.getInitialState()).toMatchObject(attack);
    expect(galleryView.getInitialState()).toEqual(gallery);
  });

  it('is short and can be read', () => {
    const spec = {
      ...usual.spec,
      name: 'custom',
      seed: 8,
      models: ['resnet', 'vgg'],
      grid: { counts: [1, 2, 4], values: ['replace' as const, { offset: 40 }], regions: [1, 0.5] },
    };
    const pinned = { model: 'vgg', count: 4, value: { offset: 40 }, region: 0.5 };
    const entries = writeMeasureLink({ spec, view: { ...usualView, pinned } }, hashes);
    expect(queryText(entries)).toBe(
      'counts=1,2,4&values=replace,offset40&regions=1,0.5&models=resnet,vgg&seed=8&pin=vgg,4,offset40,0.5',
    );
  });

  it('names models and images of one’s own by their hash', () => {
    const mine = {
      id: 'mine',
      path: 'nets/my net;v=2.onnx',
      preprocess: specSchema
        .parse({
          ...usual.spec,
          models: [{ path: 'x', preprocess: { size: [227, 227], channels: 'bgr' } }],
        })
        .models.flatMap((model) => (typeof model === 'string' ? [] : (model.preprocess ?? [])))[0],
    };
    const spec = specSchema.parse({
      ...usual.spec,
      models: ['resnet', mine],
      images: { source: 'folder', path: 'my signs', count: 200 },
    });
    const query = queryText(writeMeasureLink({ spec, view: usualView }, hashes));
    expect(query).toBe(
      `set=my%20signs;sha=${sha};count=200&models=resnet,mine&own=mine;sha=${sha};` +
        'path=nets/my%20net%253Bv%253D2.onnx;size=227,227;channels=bgr;range=0,1',
    );
    expect(read(query)).toEqual({
      state: { spec, view: usualView, set: { sha, images: spec.images } },
      refused: [],
    });
  });

  it('brings back any experiment and any view of it', () => {
    fc.assert(
      fc.property(measureLinks, (link) => {
        const query = queryText(writeMeasureLink(link, hashes));
        const { state, refused } = read(query);
        expect(refused).toEqual([]);
        expect({ spec: state.spec, view: state.view }).toEqual(link);
      }),
      fixed,
    );
  });
});

describe('a link that cannot be taken as it is', () => {
  test.each([
    ['counts=0', 'counts', /at least 1/],
    ['counts=1,two', 'counts', /“two” is not a whole number/],
    ['counts=4,4', 'counts', /4 is already/],
    [`counts=${Array.from({ length: 257 }, (_, at) => at + 1).join()}`, 'counts', /at most 256/],
    ['counts=1&counts=2', 'counts', /more than once/],
    ['counts=99999999999', 'counts', /at most 16777216/],
    ['values=offset128', 'values', /at most 127/],
    ['values=<img src=x onerror=alert(1)>', 'values', /neither replace nor offset/],
    ['regions=1.5', 'regions', /at most 1/],
    ['models=resnet,other', 'models', /“other” is neither/],
    ['models=constructor', 'models', /“constructor” is neither/],
    ['models=resnet,resnet', 'models', /resnet is already/],
    ['images=0', 'images', /at least 1/],
    ['images=1000000', 'images', /at most 100000/],
    ['split=tset', 'split', /not one of train, validation, test/],
    ['set=signs;sha=zz', 'set', /sha: use the first 16/],
    ['set=signs;sum=2', 'set', /“sum” is none of/],
    ['set=a%25zz;root=%25', 'set', /not followed by two hexadecimal/],
    ['seed=-1', 'seed', /not a whole number/],
    ['seed=9007199254740993', 'seed', /not a whole number/],
    ['draws=1001', 'draws', /at most 1000/],
    ['rank=3,replace,1', 'rank', /3 is not one of grid.counts/],
    ['rank=64', 'rank', /not of the form/],
    ['epsilon=8', 'epsilon', /only together with attack/],
    ['attack=fgsm&iterations=5', 'iterations', /no place for it/],
    ['attack=fgsm&epsilon=200', 'epsilon', /at most 127/],
    ['attack=fgsm&epsilon=2,2', 'epsilon', /2 is already/],
    ['attack=fgsm&eligibility=all', 'eligibility', /classified correctly before/],
    ['pin=vgg,3,replace,1', 'pin', /no such cell/],
    ['curve=javascript:alert(1)', 'curve', /not one of accuracy, wrong, pi/],
    [`name=${'x'.repeat(5000)}`, 'name', /5000 letters/],
    [`name=${'x'.repeat(201)}`, 'name', /at most 200 characters/],
  ])('has the field refused by its name: %s', (query, field, message) => {
    const { state, refused } = read(`seed=9&${query}`.replace(/^seed=9&(?=seed)/, ''));
    expect(refused).toEqual([{ field, text: expect.any(String), message: expect.any(String) }]);
    expect(refused[0]?.message).toMatch(message);
    if (field !== 'seed') expect(state.spec.seed).toBe(9);
    expect(specSchema.parse(state.spec)).toEqual(state.spec);
  });

  it('keeps the rest where a model of one’s own is described badly', () => {
    const entries = queryOf(`${page}?seed=9&models=resnet,mine&own=mine;sha=1`);
    const { named, refused } = readNamedModels(entries);
    expect(named).toEqual([]);
    expect(refused.map(({ field }) => field)).toEqual(['own']);
    expect(readMeasureLink(entries, named).state.spec.seed).toBe(9);
  });

  it('never throws, and never leads to an experiment that is not valid', () => {
    const pieces = [
      ...measureKeys,
      'resnet',
      'vgg',
      '1',
      '0',
      '64',
      '-',
      '1e308',
      '0.5',
      'replace',
      'offset40',
      'pgd',
      'fgsm',
      'one-pixel',
      '__proto__',
      'constructor',
      ',',
      ';',
      '=',
      '&',
      '%',
      '<script>',
      'sha=0123456789abcdef',
      'path=x',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join('')),
    );
    const entry = fc.tuple(fc.oneof(fc.constantFrom(...measureKeys), text), text);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 14 }), (entries) => {
        const { named } = readNamedModels(entries);
        const { state } = readMeasureLink(entries, named);
        expect(specSchema.parse(state.spec)).toEqual(state.spec);
        checkGrid(state.spec);
      }),
      { ...fixed, numRuns: 600 },
    );
  });
});
