import type { HeatCell } from './heat-types.ts';

/** Opacity of the strongest tint: text on it keeps a contrast of 4.5:1 and more in both schemes. */
export const strongestTint = 0.4;

export interface Tint {
  readonly color: 'var(--gain)' | 'var(--loss)';
  /** 0 … {@link strongestTint} */
  readonly opacity: number;
}

/** The colour of a cell, from one hue through the surface's colour to the other. */
export function tintOf({ strength }: Pick<HeatCell, 'strength'>): Tint {
  const size = Math.min(1, Math.abs(strength));
  return {
    color: strength < 0 ? 'var(--loss)' : 'var(--gain)',
    opacity: Number((size * strongestTint).toFixed(3)),
  };
}
