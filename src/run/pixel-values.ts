import type { PixelValue } from '../core/pixel-value.ts';
import type { SpecPixelValue } from '../protocol/spec.ts';

/** `replace` or `offset:40`, as the tables write it. */
export function formatPixelValue(value: SpecPixelValue): string {
  return value === 'replace' ? 'replace' : `offset:${value.offset}`;
}

export function samePixelValue(a: SpecPixelValue, b: SpecPixelValue): boolean {
  return formatPixelValue(a) === formatPixelValue(b);
}

/** The value of a spec as the numerics take it. */
export function corePixelValue(value: SpecPixelValue): PixelValue {
  return value === 'replace' ? { kind: 'replace' } : { kind: 'offset', magnitude: value.offset };
}
