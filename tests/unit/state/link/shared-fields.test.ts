import { describe, expect, it, test } from 'vitest';
import { unknownFields } from '../../../../src/state/link/codec/link-fields.ts';
import { readNamedImages } from '../../../../src/state/link/codec/named-images.ts';
import { queryOf } from '../../../../src/state/link/codec/query.ts';
import { readShared, sharedKeys } from '../../../../src/state/link/codec/shared-fields.ts';
import { isTracking } from '../../../../src/state/link/codec/tracking.ts';

const page = 'https://lab.example/app/';

function read(query: string) {
  const address = `${page}?${query}`;
  const { refused, ...said } = readShared(queryOf(address), address);
  return { said, refused: refused.map(({ field, message }) => `${field}: ${message}`) };
}

describe('what any address may say', () => {
  it('is a panel, a model, a run and the numbers of one', () => {
    const { said, refused } = read('panel=runs&model=a/model.json&run=0d2e7c1a-11&result=AAAA');
    expect(said).toEqual({ model: 'a/model.json', run: '0d2e7c1a-11', result: 'AAAA' });
    expect(refused).toEqual([]);
  });

  test.each([
    ['panel=nonsense', 'panel: there is no such panel, so this is Measure'],
    ['panel=__proto__', 'panel: there is no such panel, so this is Measure'],
    ['panel=runs&panel=runs', 'panel: it is given more than once'],
    ['run=../x', 'run: no run has such an id'],
    [`run=${'a'.repeat(65)}`, 'run: no run has such an id'],
    ['result=AA&result=AA', 'result: it is given more than once'],
    ['model=javascript:alert(1)', /^model: models are fetched from addresses/],
    ['model=data:text/html,x', /^model: models are fetched from addresses/],
    ['model=%20', /^model: models are fetched from addresses/],
  ])('is refused where it cannot be taken: %s', (query, message) => {
    const { said, refused } = read(query);
    expect(said).toEqual({ model: null, run: null, result: null });
    expect(refused).toEqual([expect.stringMatching(message)]);
  });
});

describe('a field that nobody reads', () => {
  it('is told by its beginning, with marks for what would not be seen or would turn the text', () => {
    const [field] = unknownFields([['a\u202Eb', `\u0000\u200F${'x'.repeat(100)}`]], sharedKeys);
    expect(field).toEqual({
      field: 'a\uFFFDb',
      text: `\uFFFD\uFFFD${'x'.repeat(58)}…`,
      message: 'this page has no such field',
    });
  });

  it('may come a hundred thousand times and hold a million letters', () => {
    const entries = Array.from({ length: 100_000 }, (_, at) => [`x${at}`, 'y'] as const);
    expect(unknownFields(entries, sharedKeys)).toHaveLength(100_000);
    expect(unknownFields([['x'.repeat(1e6), 'y'.repeat(1e6)]], sharedKeys)[0]?.text).toHaveLength(
      61,
    );
  });

  it('is passed over where it only follows whoever opens the link', () => {
    const passed = ['utm_source', 'utm_campaign', 'fbclid', 'gclid', 'mc_eid', '_gl'];
    expect(passed.filter(isTracking)).toEqual(passed);
    expect(['utm_', 'UTM_SOURCE', 'utm_<b>', 'seed', 'constructor'].filter(isTracking)).toEqual([]);
  });
});

it('a class that no record can hold is refused by its name', () => {
  expect(() => readNamedImages('signs;classes=__proto__:stop')).toThrow(
    'classes: no class can be called __proto__',
  );
  expect(readNamedImages('signs;classes=constructor:stop').images.classes).toEqual({
    constructor: 'stop',
  });
});
