import { describe, expect, it } from 'vitest';
import { preprocessSchema } from '../../../../src/protocol/spec.ts';
import {
  numbersText,
  presetOf,
  presetTitles,
  readNumbers,
  withPreset,
} from '../../../../src/state/models/preprocess-numbers.ts';

const plain = preprocessSchema.parse({ resizeTo: 256 });

describe('the numbers of a preprocessing', () => {
  it('are known as a preset again once it has been chosen, and nothing else changes', () => {
    for (const { name } of presetTitles) {
      const chosen = withPreset(plain, name);
      expect(presetOf(chosen)).toBe(name);
      expect(chosen.resizeTo).toBe(256);
    }
    expect(presetOf({ ...plain, mean: [0.1, 0, 0] })).toBeNull();
  });

  it('are read with commas, spaces or a typographic minus, and only as many as are asked for', () => {
    expect(readNumbers('0.485, 0.456 0.406', 3)).toEqual([0.485, 0.456, 0.406]);
    expect(readNumbers('−1; 1', 2)).toEqual([-1, 1]);
    expect(readNumbers('1, 2', 3)).toBeNull();
    expect(readNumbers('1, two, 3', 3)).toBeNull();
    expect(readNumbers('', 1)).toBeNull();
    expect(readNumbers(numbersText([0.229, 0.224, 0.225]), 3)).toEqual([0.229, 0.224, 0.225]);
  });
});
