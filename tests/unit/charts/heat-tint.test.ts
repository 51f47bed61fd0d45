import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { strongestTint, tintOf } from '../../../src/charts/heat/tint.ts';
import { contrast, difference, visions } from './color-vision.ts';

const css = readFileSync(new URL('../../../src/app/tokens.css', import.meta.url), 'utf8');

function token(scheme: 'light' | 'dark', name: string): string {
  const block = new RegExp(`\\[data-mantine-color-scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css);
  return new RegExp(`--${name}: (#[\\da-f]{6});`).exec(block?.[1] ?? '')?.[1] ?? '';
}

/** One colour laid over another, channel by channel, as a browser does. */
function mixed(over: string, under: string, opacity: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(over, at) * opacity + channel(under, at) * (1 - opacity))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

for (const scheme of ['light', 'dark'] as const) {
  describe(`tints in the ${scheme} scheme`, () => {
    const surface = token(scheme, 'surface');
    const gain = mixed(token(scheme, 'gain'), surface, strongestTint);
    const loss = mixed(token(scheme, 'loss'), surface, strongestTint);

    test('leave text on the strongest of them at 4.5:1 or more', () => {
      const ink = token(scheme, 'ink');
      expect(contrast(ink, gain)).toBeGreaterThan(4.5);
      expect(contrast(ink, loss)).toBeGreaterThan(4.5);
    });

    test('leave signs in the full colour at 4.5:1 or more on the surface', () => {
      expect(contrast(token(scheme, 'gain'), surface)).toBeGreaterThan(4.5);
      expect(contrast(token(scheme, 'loss'), surface)).toBeGreaterThan(4.5);
    });

    for (const [name, vision] of Object.entries(visions)) {
      if (name === 'grey-scale print') continue;
      test(`tell gain from loss with ${name}`, () => {
        expect(difference(gain, loss, vision)).toBeGreaterThan(10);
      });
    }
  });
}

test('a tint grows with the difference up to the strongest', () => {
  expect(tintOf({ strength: 0 }).opacity).toBe(0);
  expect(tintOf({ strength: 0.5 })).toEqual({ color: 'var(--gain)', opacity: strongestTint / 2 });
  expect(tintOf({ strength: -3 })).toEqual({ color: 'var(--loss)', opacity: strongestTint });
});
