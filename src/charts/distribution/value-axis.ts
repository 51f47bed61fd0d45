import type { FigureAxis } from '../../run/figure/figure-types.ts';

/** A step of 1, 2 or 5 · 10ⁿ of which about `wanted` make up a length. */
function roundStep(length: number, wanted: number): number {
  const rough = length / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Room at the ends, as a share of the values' range. */
const room = 0.02;

/**
 * A linear axis with round ticks from zero, or the least of some values below it, to the largest; 0
 * to 1 where there is none above.
 */
export function valueAxis(title: string, values: readonly number[]): FigureAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const length = values.length === 0 || high <= low ? 1 : high - low;
  const step = roundStep(length, 6);
  const domain = [low < 0 ? low - room * length : 0, low + length * (1 + room)] as const;
  const first = Math.ceil(domain[0] / step - 1e-9);
  const last = Math.floor(domain[1] / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => {
    const value = Number(((first + at) * step).toPrecision(12));
    return { at: value, label: String(value).replace('-', '−') };
  });
  return { title, scale: 'linear', domain, ticks };
}
