import { expect, test } from 'vitest';
import { sheetLayout, wrapped } from '../../../src/charts/export/sheet-layout.ts';

const names = ['ResNet', 'DenseNet', 'VGG', 'AlexNet', 'SqueezeNet'];

test('five panels lie in rows of three that do not overlap', () => {
  const { panels, width, height } = sheetLayout(names, 5, 230, true, ['caption']);
  expect(new Set(panels.map(({ y }) => y)).size).toBe(2);
  expect(panels.filter(({ y }) => y === panels[0]?.y)).toHaveLength(3);
  for (const [at, one] of panels.entries()) {
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThan(height);
    for (const other of panels.slice(at + 1)) {
      const isApart =
        one.x + one.width <= other.x || one.y + one.height <= other.y || other.y < one.y;
      expect(isApart).toBe(true);
    }
  }
});

test('a long legend goes on in the next line', () => {
  const many = Array.from({ length: 32 }, (_, at) => `a model with a name ${at}`);
  const { legend, panels, width } = sheetLayout(many, 1, 420, false, []);
  expect(Math.max(...legend.map(({ x }) => x))).toBeLessThan(width - 200);
  expect(Math.max(...legend.map(({ y }) => y))).toBeLessThan(panels[0]?.y ?? 0);
});

test('a caption is broken between words', () => {
  const text = 'Change 1 to 64 pixels to random values anywhere in the whole image';
  const lines = wrapped(text, 24);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(24);
  expect(wrapped('unbreakable', 4)).toEqual(['unbreakable']);
});
