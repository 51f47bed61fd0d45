import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attackResultSchema } from '../../../../src/protocol/attack-result.ts';
import { resultSchema, type SweepResult } from '../../../../src/protocol/result.ts';
import { parseAugmentJob } from '../../../../src/protocol/augment-job.ts';
import { parseSpec } from '../../../../src/protocol/parse-spec.ts';
import { recognise } from '../../../../src/state/open-file/recognise.ts';
import { constructedAttack } from '../../../support/constructed-attack.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/files/${name}`, import.meta.url), 'utf8');
}

const spec: object = JSON.parse(fixture('spec.json'));
const result = resultSchema.parse(JSON.parse(fixture('result.json')));

const attack = constructedAttack({
  counts: [1, 8],
  arms: [{ model: 'vgg', epsilon: 4, eligible: 40, examples: 10, restored: [2, 5] }],
});

function refusal(text: string, file: string) {
  const found = recognise(text, file);
  if (found.kind !== 'refused') throw new Error(`${file} was recognised as a ${found.kind}`);
  return found.refusal;
}

function changedResult(change: (copy: SweepResult) => void): string {
  const copy = structuredClone(result);
  change(copy);
  return JSON.stringify(copy);
}

describe('a file', () => {
  it('that holds an experiment is recognised whatever its name', () => {
    const found = recognise(JSON.stringify(spec), 'monday.txt');
    expect(found).toEqual({ kind: 'spec', spec: parseSpec(spec) });
  });

  it('that asks for samples alone is recognised, one that is an experiment as well stays one', () => {
    const augment = { samples: 2, count: 4 };
    const images = { source: 'roadside', split: 'train', count: 10 };
    const samples = { version: 1, seed: 3, images, augment };
    expect(recognise(JSON.stringify(samples), 'samples.json')).toEqual({
      kind: 'samples',
      spec: parseAugmentJob(samples),
    });
    expect(recognise(JSON.stringify({ ...spec, augment }), 'both.json').kind).toBe('spec');
    const wrong = JSON.stringify({ ...samples, augment: { arm: 'blur' } });
    expect(refusal(wrong, 'wrong.json').message).toMatch(/^augment/);
  });

  it('that holds a result is recognised, with nothing lost', () => {
    expect(recognise(fixture('result.json'), 'result.json')).toEqual({ kind: 'result', result });
  });

  it('that holds the result of an attack is recognised, with nothing lost', () => {
    const found = recognise(JSON.stringify(attack), 'result.json');
    expect(found).toEqual({ kind: 'result', result: attackResultSchema.parse(attack) });
  });

  it.each([
    [{ spec: { ...attack.spec, attack: undefined } }, /^spec\.attack: missing/],
    [{ attacks: [{ ...attack.attacks[0], epsilon: 9 }] }, /^attacks\[0\]\.epsilon: 9 is not one/],
    [{ cells: [{ ...attack.cells[0], count: 3 }] }, /^cells\[0\]\.count: 3 is not one/],
    [{ cells: [{ ...attack.cells[0], examples: 1 }] }, /^cells\[0\]\.restored\.count: 2 of 1/],
    [{ cells: [{ ...attack.cells[0], restored: 'all' }] }, /^cells\[0\]\.restored: /],
    [{ eligible: {} }, /^eligible\.vgg: missing/],
  ])('with a faulty result of an attack is refused with the field: %#', (change, message) => {
    const { heading, message: said } = refusal(JSON.stringify({ ...attack, ...change }), 'a.json');
    expect(heading).toBe('a.json is a result with a fault');
    expect(said).toMatch(message);
  });

  it.each([
    ['notes.txt', 'dear diary', /^notes\.txt is nothing that the lab opens$/, /no experiment/],
    ['paper.pdf', '%PDF-1.4', /^paper\.pdf is nothing that the lab opens$/, /no experiment/],
    ['cut.json', '{"version": 1, "seed"', /^cut\.json is not JSON$/, /JSON/],
    ['blank.json', ' \n', /^blank\.json is empty$/, /nothing/],
    ['images.csv', 'image,label\n1,2', /^images\.csv is not an experiment/, /table/],
    ['stop.PNG', '\u0089PNG', /^stop\.PNG is not an experiment/, /picture/],
    ['net.onnx', '\u0008\u0007', /^net\.onnx is not an experiment/, /model/],
    ['lab.zip', 'PK', /^lab\.zip is not an experiment/, /archive/],
    ['list.json', '[1, 2]', /^list\.json is neither/, /no fields/],
    ['package.json', '{"name": "x", "main": "y"}', /^package\.json is neither/, /name, main/],
    ['model.json', '{"modelTopology": {}}', /^model\.json is not an experiment/, /TensorFlow\.js/],
  ])('%s is refused by name with what it is', (file, text, heading, message) => {
    const refused = refusal(text, file);
    expect(refused.heading).toMatch(heading);
    expect(refused.message).toMatch(message);
    expect(refused.remedy).not.toBe('');
  });

  it.each([
    ['net.pt', /Export it as ONNX/],
    ['weights.bin', /together with its model\.json/],
    ['runs.tar', /zip/],
    ['scan.tiff', /PNG/],
    ['paper.pdf', /a model.*pictures.*runs/],
  ])('%s is refused with what the page can open instead', (file, remedy) => {
    expect(refusal('\u0000', file).remedy).toMatch(remedy);
  });

  it.each([
    ['experiment', JSON.stringify({ ...spec, version: 2 })],
    ['result', JSON.stringify({ ...result, version: 2, extra: true })],
  ])('with an %s of a newer version is refused for the version alone', (_, text) => {
    const { heading, message } = refusal(text, 'later.json');
    expect(heading).toBe('later.json is of another version');
    expect(message).toMatch(/^version: it says 2\b/);
  });

  it('with the result of another kind is refused as what it is', () => {
    const text = JSON.stringify({ ...result, kind: 'training' });
    const { heading, message } = refusal(text, 'result.json');
    expect(heading).toBe('result.json is the result of another kind of experiment');
    expect(message).toMatch(/^kind: it says training/);
  });

  it.each([
    [{ seed: -1 }, /^seed: /],
    [{ sede: 1 }, /^sede: unknown key/],
    [{ grid: { counts: [4, 4] } }, /^grid\.counts\[1\]: 4 is already/],
  ])('with a faulty experiment is refused with the field: %j', (change, message) => {
    const { heading, message: said } = refusal(JSON.stringify({ ...spec, ...change }), 'a.json');
    expect(heading).toBe('a.json is an experiment with a fault');
    expect(said).toMatch(message);
  });

  it.each<[string, string, RegExp]>([
    [
      'a fraction above one',
      changedResult(({ cells }) => void (cells[2] && (cells[2].accuracy = 1.5))),
      /^cells\[2\]\.accuracy: /,
    ],
    [
      'a cell of a model that it does not list',
      changedResult(({ cells }) => void (cells[0] && (cells[0].model = 'lenet'))),
      /^cells\[0\]\.model: lenet is not one of models/,
    ],
    [
      'a cell outside the grid',
      changedResult(({ cells }) => void (cells[1] && (cells[1].count = 3))),
      /^cells\[1\]\.count: 3 is not one of spec\.grid\.counts/,
    ],
    [
      'more wrong images than there are',
      changedResult(({ cells }) => void (cells[1] && (cells[1].wrong = 5000))),
      /^cells\[1\]\.wrong: 5000 of /,
    ],
    [
      'a faulty experiment in it',
      changedResult((copy) => void (copy.spec.seed = -1)),
      /^spec\.seed: /,
    ],
    [
      'a model without a denominator',
      changedResult(({ eligible }) => void delete eligible['vgg']),
      /^eligible\.vgg: missing/,
    ],
    [
      'a ranked model that was not measured',
      changedResult(({ ranking }) => {
        ranking.models.push({ model: 'lenet', rank: 6, tiedWith: [] });
      }),
      /^ranking\.models\[5\]\.model: lenet/,
    ],
  ])('with a result that has %s is refused with the field', (_, text, message) => {
    const { heading, message: said } = refusal(text, 'result.json');
    expect(heading).toBe('result.json is a result with a fault');
    expect(said).toMatch(message);
  });
});
