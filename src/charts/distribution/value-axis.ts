import type { FigureAxis } from '../figure/figure-types.ts';

/** A step of 1, 2 or 5 · 10ⁿ of which about `wanted` make up a length. */
function roundStep(length: number, wanted: number): number {
  const rough = length / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A linear axis with round ticks that covers all of some values; 0 to 1 where there are none. */
export function valueAxis(title: string, values: readonly number[]): FigureAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const length = values.length === 0 || high <= low ? 1 : high - low;
  const step = roundStep(length, 6);
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil((low + length) / step - 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => {
    const value = Number(((from + at) * step).toPrecision(12));
    return { at: value, label: String(value).replace('-', '−') };
  });
  return { title, scale: 'linear', domain: [from * step, to * step], ticks };
}
