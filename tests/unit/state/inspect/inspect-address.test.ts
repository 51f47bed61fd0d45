import { describe, expect, test } from 'vitest';
import { fieldReader } from '../../../../src/state/link/codec/field-reader.ts';
import { queryOf, queryText, type QueryEntry } from '../../../../src/state/link/codec/query.ts';
import {
  inspectEntries,
  MOST_LINKED,
  readInspect,
  type InspectAddress,
} from '../../../../src/state/inspect/inspect-address.ts';
import {
  questionEntries,
  readQuestion,
} from '../../../../src/state/inspect/questions/question-address.ts';
import { questionStore } from '../../../../src/state/inspect/questions/question-store.ts';

const plain: InspectAddress = {
  image: { split: 'test', position: 8 },
  models: ['resnet', 'vgg-repaired-4.2'],
  draw: null,
  pixels: [],
};

function read(query: string) {
  const reader = fieldReader(queryOf(`https://lab.example/?${query}`));
  const said = readInspect(reader);
  return { said, refused: reader.refused.map(({ field, message }) => `${field}: ${message}`) };
}

describe('the address of a picture', () => {
  test.each<[InspectAddress]>([
    [plain],
    [{ ...plain, image: { split: 'validation', position: 1_199_999 } }],
    [{ ...plain, image: { file: 'my ; signs/stop=1.png', sha: '0123456789abcdef' } }],
    [{ ...plain, draw: { seed: 2 ** 53 - 1, draw: 7, count: 64, value: 'replace', region: 0.75 } }],
    [{ ...plain, draw: { seed: 0, draw: 0, count: 1, value: { offset: 127 }, region: 1 } }],
    [
      {
        ...plain,
        pixels: [
          { row: 0, column: 63, after: [255, 0, 16] },
          { row: 12, column: 4, after: [0, 0, 0] },
        ],
      },
    ],
  ])('holds image, models and changes, %#', (content) => {
    expect(read(queryText(inspectEntries(content)))).toEqual({ said: content, refused: [] });
  });

  test.each([
    ['image=test.1200000', 'image: the last image there is 1199999'],
    ['image=moon.3', 'image: “moon” is neither test, validation nor train'],
    ['image=test.-1', 'image: “-1” is not a whole number from 0 on'],
    ['image=test.NaN', 'image: “NaN” is not a whole number from 0 on'],
    ['image=a.png;sha=12', /^image: a picture of one’s own needs the name of its file/],
    ['image=a.png;size=3', 'image: “size” is none of sha'],
    ['draw=7_0_16_replace_0', 'draw: a region is above 0 and at most 1'],
    ['draw=7_0_16_offset128_1', 'draw: an offset is 1 to 127'],
    ['draw=7_0_16_offset0_1', 'draw: an offset is 1 to 127'],
    ['draw=-7_0_16_replace_1', 'draw: “-7” is not a whole number from 0 on'],
    ['draw=7_0_replace', 'draw: it is not of the form seed_draw_count_value_region'],
    ['draw=1_0_4_replace_1&draw=2_0_4_replace_1', 'draw: it is given more than once'],
    ['pixels=1.2.xyz123_1.2', 'pixels: “1.2.xyz123” is not of the form row.column.rrggbb'],
    ['pixels=1.2.ffffff_1.2.000000', 'pixels: it names a pixel twice'],
  ])('refuses what cannot be read and takes the rest: %s', (part, message) => {
    const rest = part.startsWith('image') ? 'models=resnet' : 'image=test.8&models=resnet';
    const { said, refused } = read(`${rest}&${part}`);
    expect(said).toEqual({
      ...plain,
      image: part.startsWith('image') ? null : plain.image,
      models: ['resnet'],
    });
    expect(refused).toEqual([expect.stringMatching(message)]);
  });

  test('painted pixels say nothing beside a draw', () => {
    const { said, refused } = read('image=test.8&draw=7_0_4_replace_1&pixels=1.2.ffffff');
    expect(said.draw).not.toBeNull();
    expect(refused).toEqual(['pixels: it says nothing beside draw']);
  });

  test('holds no more painted pixels than an address may', () => {
    const pixels = Array.from({ length: MOST_LINKED + 1 }, (_, row) => ({
      row,
      column: 0,
      after: [1, 2, 3] as const,
    }));
    expect(queryText(inspectEntries({ ...plain, pixels }))).not.toContain('pixels');
    const most = { ...plain, pixels: pixels.slice(1) };
    expect(read(queryText(inspectEntries(most)))).toEqual({ said: most, refused: [] });
  });
});

describe('the question in the address of a picture', () => {
  const usual = questionStore.getInitialState();
  const asked = (entries: readonly QueryEntry[]) => {
    const reader = fieldReader(entries);
    return { said: readQuestion(reader, entries), refused: reader.refused };
  };

  test.each([
    { ...usual, chosen: 'boundary' as const },
    { ...usual, chosen: 'fragile' as const, fragile: { ...usual.fragile, draws: 5000, seed: 0 } },
    {
      ...usual,
      chosen: 'where' as const,
      model: 'vgg',
      where: { side: 8, draws: 50, value: { offset: 40 } as const, seed: 9 },
    },
    { ...usual, chosen: 'worst' as const, worst: { pixels: 5, generations: 10, seed: 3 } },
  ])('is held with its settings, %#', (state) => {
    const { said, refused } = asked(questionEntries(state));
    expect({ ...usual, ...said }).toEqual(state);
    expect(refused).toEqual([]);
  });

  test('is refused where no list offers what it says, and where it is that of another question', () => {
    const { said, refused } = asked([
      ['question', 'where'],
      ['cells', '3'],
      ['value', 'offset41'],
      ['generations', '20'],
      ['draws', '1e400'],
    ]);
    expect(said).toEqual({ chosen: 'where', model: null, where: usual.where });
    expect(refused.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'generations: it says nothing of this question',
      'cells: choose one of 1, 2, 4, 8, 16',
      'draws: “1e400” is not a whole number from 0 on',
      'value: choose one of replace, offset10, offset40, offset70, offset100, offset127',
    ]);
  });
});
