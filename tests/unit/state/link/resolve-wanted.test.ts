import { describe, expect, it } from 'vitest';
import { preprocessSchema, specSchema } from '../../../../src/protocol/spec.ts';
import { presetSpec } from '../../../../src/state/experiment/presets.ts';
import { absentFrom, absentProblem } from '../../../../src/state/link/absent.ts';
import { imagesHash } from '../../../../src/state/link/images-hash.ts';
import type { Library } from '../../../../src/state/link/library.ts';
import type { Wanted } from '../../../../src/state/link/link-store.ts';
import { resolveWanted } from '../../../../src/state/link/resolve-wanted.ts';

const preprocess = preprocessSchema.parse({ size: [64, 64], channels: 'bgr' });
const said = { id: 'mine', path: 'there/net.onnx', preprocess };

const spec = specSchema.parse({
  ...presetSpec('count'),
  models: ['resnet', said],
  images: { source: 'folder', path: 'signs', count: 20 },
});

const signs = {
  name: 'my signs',
  source: 'folder' as const,
  added: 0,
  corrections: {},
  images: ['a', 'b'].map((digit) => ({
    file: `${digit}.png`,
    className: 'stop',
    sha256: digit.repeat(64),
    width: 8,
    height: 8,
    bytes: 100,
  })),
};

const wanted: Wanted = {
  models: [{ id: 'mine', sha: '0123456789abcdef', path: 'there/net.onnx' }],
  images: [{ name: 'signs', sha: imagesHash(signs).slice(0, 16), source: 'folder' }],
};

const nothing: Library = { models: [], sets: [] };
const here: Library = {
  models: [
    {
      id: 'net',
      hash: `0123456789abcdef${'0'.repeat(48)}`,
      model: { id: 'net', path: 'here/net.onnx', preprocess: preprocessSchema.parse({}) },
    },
  ],
  sets: [signs],
};

describe('what a link wants', () => {
  it('is found by its content, whatever it is called here, and prepared as the link says', () => {
    const found = resolveWanted(spec, wanted, here);
    expect(found.spec.models).toEqual(['resnet', { id: 'net', path: 'here/net.onnx', preprocess }]);
    expect(found.spec.images).toEqual({ source: 'folder', path: 'my signs', count: 20 });
    expect(found.wanted).toEqual({ models: [], images: [] });
    expect(absentProblem(absentFrom(found.spec, found.wanted, here))).toBeNull();
  });

  it('keeps its name and is told while it is not here', () => {
    const found = resolveWanted(spec, wanted, nothing);
    expect(found).toMatchObject({ spec, wanted });
    expect(absentFrom(found.spec, found.wanted, nothing)).toEqual(wanted);
    expect(absentProblem(wanted)?.message).toMatch(/^The model mine is not in this browser/);
  });

  it('is never mistaken for something else of the same name', () => {
    const others: Library = {
      models: [{ id: 'mine', hash: 'f'.repeat(64), model: { id: 'mine', path: 'other.onnx' } }],
      sets: [{ ...signs, name: 'signs', images: signs.images.slice(1) }],
    };
    const found = resolveWanted(spec, wanted, others);
    expect(found.spec.models).toEqual(['resnet', { ...said, id: 'mine.2' }]);
    expect(found.spec.images).toMatchObject({ path: 'signs.2' });
    expect(absentFrom(found.spec, found.wanted, others)).toEqual({
      models: [{ ...wanted.models[0], id: 'mine.2' }],
      images: [{ ...wanted.images[0], name: 'signs.2' }],
    });
  });
});
