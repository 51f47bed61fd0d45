import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lightColors, withLightColors } from '../../../src/charts/export/light-colors.ts';
import { ordinalStyle, seriesStyle } from '../../../src/run/figure/series-style.ts';
import { contrast, difference, visions } from './color-vision.ts';

const css = readFileSync(new URL('../../../src/app/tokens.css', import.meta.url), 'utf8');

/** The variables of one colour scheme. */
function tokens(scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-mantine-color-scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css);
  const lines = block?.[1]?.matchAll(/(--[\w-]+): (#[\da-f]{6});/g) ?? [];
  return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));
}

const positions = [0, 1, 2, 3, 4, 5];

for (const scheme of ['light', 'dark'] as const) {
  describe(`the models' colours in the ${scheme} scheme`, () => {
    const known = tokens(scheme);
    const colors = positions.map((at) => known.get(`--series-${at + 1}`) ?? '');

    for (const [name, vision] of Object.entries(visions)) {
      // Grey has lightness alone to tell six apart.
      const least = name === 'grey-scale print' ? 5 : 20;
      test(`are ${least} or more apart in CIELAB with ${name}`, () => {
        for (const [one, other] of pairs(colors)) {
          expect(difference(one, other, vision), `${one} ${other}`).toBeGreaterThan(least);
        }
      });
    }

    test('stand out 3:1 or more from the surfaces they are drawn on', () => {
      for (const surface of ['--surface', '--sunken']) {
        for (const color of colors) {
          expect(contrast(color, known.get(surface) ?? ''), color).toBeGreaterThan(3);
        }
      }
    });
  });
}

test('six models differ in marker and in dash, without any colour', () => {
  const styles = positions.map(seriesStyle);
  expect(new Set(styles.map(({ marker }) => marker)).size).toBe(6);
  expect(new Set(styles.map(({ dash }) => dash)).size).toBe(6);
});

test('no two of 32 models share both colour and marker', () => {
  const styles = Array.from({ length: 32 }, (_, at) => seriesStyle(at));
  expect(new Set(styles.map(({ color, marker }) => `${color} ${marker}`)).size).toBe(32);
});

test('the lines of one model keep its colour and marker, and differ in weight and dash', () => {
  const base = seriesStyle(3);
  const lines = [0, 1, 2, 3, 4].map((step) => ordinalStyle(base, step, 5));
  expect(new Set(lines.map(({ color, marker }) => `${color} ${marker}`)).size).toBe(1);
  expect(new Set(lines.map(({ dash }) => dash)).size).toBe(5);
  const widths = lines.map(({ width }) => width);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(lines.at(-1)?.dash).toBeUndefined();
});

test('a saved figure has the colours of the light scheme', () => {
  const light = tokens('light');
  for (const [name, color] of Object.entries(lightColors))
    expect(light.get(name), name).toBe(color);
});

test('a variable without a light colour is refused by name', () => {
  expect(withLightColors('fill="var(--ink)"')).toBe(`fill="${lightColors['--ink']}"`);
  expect(() => withLightColors('fill="var(--glow)"')).toThrow('--glow');
});
