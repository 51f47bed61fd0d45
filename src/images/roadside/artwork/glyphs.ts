import { flattenPath, placePath, type Polyline } from './path.ts';
import { stroke, type Shape } from './shapes.ts';

// Centre lines of condensed road-sign lettering drawn after the proportions of DIN 1451 middle
// script: x runs 0…1 over the width of the centre line and y 0…1 over its height, down.
const centreLines: Readonly<Record<string, readonly string[]>> = {
  '0': [
    'M0.5 0 C0.85 0 1 0.13 1 0.32 L1 0.68 C1 0.87 0.85 1 0.5 1 C0.15 1 0 0.87 0 0.68 L0 0.32 C0 0.13 0.15 0 0.5 0',
  ],
  '3': [
    'M0.02 0 L0.93 0 L0.47 0.4 C0.8 0.38 1 0.52 1 0.7 C1 0.88 0.8 1 0.49 1 C0.25 1 0.07 0.93 -0.04 0.82',
  ],
  'round 3': [
    'M0.02 0.19 C0.06 0.07 0.25 0 0.48 0 C0.78 0 0.95 0.1 0.95 0.25 C0.95 0.4 0.75 0.47 0.4 0.47',
    'M0.4 0.47 C0.78 0.47 1 0.56 1 0.73 C1 0.9 0.8 1 0.48 1 C0.22 1 0.04 0.92 -0.02 0.79',
  ],
  '5': [
    'M0.93 0 L0.14 0 L0.1 0.47 C0.22 0.39 0.34 0.36 0.5 0.36 C0.82 0.36 1 0.5 1 0.68 C1 0.88 0.8 1 0.47 1 C0.25 1 0.08 0.94 -0.02 0.84',
  ],
  '8': [
    'M0.5 0 C0.8 0 0.94 0.1 0.94 0.24 C0.94 0.38 0.78 0.47 0.5 0.47 C0.22 0.47 0.06 0.38 0.06 0.24 C0.06 0.1 0.2 0 0.5 0',
    'M0.5 0.47 C0.82 0.47 1 0.57 1 0.73 C1 0.9 0.82 1 0.5 1 C0.18 1 0 0.9 0 0.73 C0 0.57 0.18 0.47 0.5 0.47',
  ],
  S: [
    'M0.96 0.17 C0.88 0.06 0.73 0 0.5 0 C0.2 0 0.03 0.1 0.03 0.25 C0.03 0.42 0.25 0.46 0.5 0.5 C0.8 0.55 1 0.6 1 0.76 C1 0.92 0.8 1 0.5 1 C0.25 1 0.08 0.94 0 0.82',
  ],
  T: ['M-0.1 0 L1.1 0', 'M0.5 0 L0.5 1.08'],
  O: [
    'M0.5 0 C0.85 0 1 0.13 1 0.32 L1 0.68 C1 0.87 0.85 1 0.5 1 C0.15 1 0 0.87 0 0.68 L0 0.32 C0 0.13 0.15 0 0.5 0',
  ],
  P: ['M0 1.08 L0 0 L0.55 0 C0.85 0 1 0.1 1 0.28 C1 0.46 0.85 0.56 0.55 0.56 L0 0.56'],
};

/** Size and place of a line of lettering, in units of the half width of the sign. */
export interface Lettering {
  readonly height: number;
  /** Width of one glyph, the stroke included. */
  readonly width: number;
  readonly gap: number;
  readonly halfStroke: number;
  readonly centreX: number;
  readonly centreY: number;
}

/**
 * The strokes of a row of glyphs, centred.
 *
 * @throws Error for a glyph that has no centre lines.
 */
export function letteringShapes(glyphs: readonly string[], style: Lettering): Shape[] {
  const total = glyphs.length * style.width + (glyphs.length - 1) * style.gap;
  const scaleX = style.width - 2 * style.halfStroke;
  const scaleY = style.height - 2 * style.halfStroke;
  const top = style.centreY - style.height / 2 + style.halfStroke;
  return glyphs.flatMap((glyph, position) => {
    const lines = centreLines[glyph];
    if (!lines) throw new Error(`no centre lines for the glyph ${glyph}`);
    const left =
      style.centreX - total / 2 + style.halfStroke + position * (style.width + style.gap);
    return lines.map((data): Shape => {
      const line: Polyline = placePath(flattenPath(data), scaleX, scaleY, left, top);
      return stroke(line, style.halfStroke);
    });
  });
}
