import { describe, expect, test } from 'vitest';
import {
  inspectAddress,
  MOST_LINKED,
  withInspectAddress,
  type InspectAddress,
} from '../../../../src/state/inspect/inspect-address.ts';

const page = 'https://lab.example/app/?panel=inspect&x=1';

const plain: InspectAddress = {
  place: { split: 'test', position: 8 },
  models: ['resnet', 'vgg-repaired-4.2'],
  draw: null,
  pixels: [],
};

describe('the address of a picture', () => {
  test.each<InspectAddress>([
    plain,
    { ...plain, place: { split: 'validation', position: 1_199_999 } },
    { ...plain, draw: { seed: 2 ** 53 - 1, draw: 7, count: 64, value: 'replace', region: 0.75 } },
    { ...plain, draw: { seed: 0, draw: 0, count: 1, value: { offset: 127 }, region: 1 } },
    {
      ...plain,
      pixels: [
        { row: 0, column: 63, after: [255, 0, 16] },
        { row: 12, column: 4, after: [0, 0, 0] },
      ],
    },
  ])('holds image, models and changes, %#', (content) => {
    const address = withInspectAddress(page, content);
    expect(inspectAddress(address)).toEqual(content);
    expect(new URL(address).searchParams.get('x')).toBe('1');
  });

  test('is taken out again without a trace', () => {
    const draw = { seed: 1, draw: 0, count: 4, value: 'replace', region: 1 } as const;
    expect(withInspectAddress(withInspectAddress(page, { ...plain, draw }), null)).toBe(page);
  });

  test('that names no image asks for nothing', () => {
    expect(inspectAddress(page)).toBeNull();
    expect(inspectAddress(`${page}&image=test.1200000`)).toBeNull();
    expect(inspectAddress(`${page}&image=moon.3`)).toBeNull();
    expect(inspectAddress(`${page}&image=test.-1`)).toBeNull();
  });

  test.each([
    'draw=7_0_16_replace_0',
    'draw=7_0_16_offset128_1',
    'draw=7_0_16_offset0_1',
    'draw=-7_0_16_replace_1',
    'draw=7_0_replace',
    'pixels=1.2.xyz123_1.2',
  ])('leaves out what cannot be read: %s', (part) => {
    const read = inspectAddress(`${page}&image=test.8&models=resnet&${part}`);
    expect(read).toEqual({ ...plain, models: ['resnet'] });
  });

  test('holds no more painted pixels than an address may', () => {
    const pixels = Array.from({ length: MOST_LINKED + 1 }, (_, row) => ({
      row,
      column: 0,
      after: [1, 2, 3] as const,
    }));
    const address = withInspectAddress(page, { ...plain, pixels });
    expect(inspectAddress(address)?.pixels).toEqual([]);
  });
});
