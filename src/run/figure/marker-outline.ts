import type { MarkerShape } from './series-style.ts';

/** The path of a mark around a point, with curves as arcs. */
export function markerOutline(shape: MarkerShape, x: number, y: number, r: number): string {
  switch (shape) {
    case 'square':
      return `M${x - r * 0.9} ${y - r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`;
    case 'triangle':
      return `M${x} ${y - r * 1.25}L${x + r * 1.2} ${y + r * 0.85}H${x - r * 1.2}z`;
    case 'diamond':
      return `M${x} ${y - r * 1.35}L${x + r * 1.35} ${y}L${x} ${y + r * 1.35}L${x - r * 1.35} ${y}z`;
    case 'cross': {
      const a = r * 0.45;
      const b = r * 1.25;
      return `M${x - a} ${y - b}h${2 * a}v${b - a}h${b - a}v${2 * a}h${a - b}v${b - a}h${-2 * a}v${a - b}h${a - b}v${-2 * a}h${b - a}z`;
    }
    case 'circle':
    case 'ring':
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
}
