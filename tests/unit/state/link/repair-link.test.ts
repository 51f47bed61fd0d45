import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { specSchema } from '../../../../src/protocol/spec.ts';
import { checkRepair } from '../../../../src/run/repair/check-repair.ts';
import { repairKeys } from '../../../../src/state/link/codec/repair-fields.ts';
import { readRepairLink, writeRepairLink } from '../../../../src/state/link/codec/repair-link.ts';
import { readNamedModels } from '../../../../src/state/link/codec/models-text.ts';
import { queryOf, queryText } from '../../../../src/state/link/codec/query.ts';
import { paperRepair } from '../../../../src/state/repair/repair-draft.ts';
import { usualRepairView } from '../../../../src/state/repair/repair-view.ts';
import { repairPreset } from '../../../../src/state/repair/repair-presets.ts';
import { repairLinks } from '../../../support/link-states.ts';

const fixed = { seed: 20210408, numRuns: 300 };
const sha = '0123456789abcdef';
const hashes = { ofModel: () => sha, ofImages: () => sha };

const paper = { spec: paperRepair('resnet'), view: usualRepairView };

function read(query: string) {
  const entries = queryOf(`https://lab.example/app/?${query}`);
  return readRepairLink(entries, readNamedModels(entries).named);
}

describe('the address of Repair', () => {
  it('says nothing of the paper’s repair of ResNet', () => {
    expect(writeRepairLink(paper, hashes)).toEqual([]);
    expect(read('').state).toEqual(paper);
  });

  it('is short and can be read', () => {
    const quick = repairPreset('quick', paperRepair('vgg'));
    expect(queryText(writeRepairLink({ spec: quick, view: usualRepairView }, hashes))).toBe(
      'models=vgg&counts=16&training=300&validation=200&epochs=10&images=200&epsilons=&distances=100',
    );
    const noise = repairPreset('noise', paperRepair('resnet'));
    expect(queryText(writeRepairLink({ spec: noise, view: usualRepairView }, hashes))).toBe(
      'arm=noise',
    );
  });

  it('brings back any repair, Roadside named in it or not, and any view of it', () => {
    fc.assert(
      fc.property(repairLinks, (link) => {
        const { state, refused } = read(queryText(writeRepairLink(link, hashes)));
        expect(refused).toEqual([]);
        expect({ spec: state.spec, view: state.view }).toEqual(link);
      }),
      fixed,
    );
  });
});

describe('a link that cannot be taken as it is', () => {
  test.each([
    ['models=resnet,vgg', 'models', /neither one of/],
    ['counts=8,8', 'counts', /listed twice/],
    ['arm=noise&counts=1,2', 'counts', /has no counts/],
    ['momentum=1', 'momentum', /less than 1/],
    ['rate=0', 'rate', /more than 0/],
    ['rate=fast', 'rate', /not a number/],
    ['epochs=10001', 'epochs', /at most 10000/],
    ['classes=1', 'classes', /at least 2/],
    ['epoch=21', 'epoch', /no such thing to show/],
    ['distanceOf=5', 'distanceOf', /no such thing to show/],
    ['trainingSplit=moon', 'trainingSplit', /not one of train, validation, test/],
    ['layers=none', 'layers', /not one of last, block, all/],
    ['judged=0', 'judged', /at least 1/],
    ['set=signs', 'set', /say where these images come from/],
    ['trainingSet=signs;labels=predicted', 'trainingSet', /learns from true classes/],
  ])('has the field refused by its name: %s', (query, field, message) => {
    const { state, refused } = read(`seed=9&${query}`);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ field, message: expect.stringMatching(message) });
    expect(state.spec.seed).toBe(9);
  });

  it('never throws, and never leads to a repair that is not valid', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('1', '0', '4,8', '1e-3', 'replace', 'noise', 'all', 'signs;sha=x', 'signs'),
    );
    const entry = fc.tuple(fc.constantFrom(...repairKeys), text);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 14 }), (entries) => {
        const { state } = readRepairLink(entries, readNamedModels(entries).named);
        expect(checkRepair(specSchema.parse(state.spec))).toEqual(state.spec);
      }),
      { ...fixed, numRuns: 600 },
    );
  });
});
