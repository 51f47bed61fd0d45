import type { AxisTick, FigureAxis } from './figure-types.ts';

/** Where a value lies along an axis: 0 at the start of the domain, 1 at its end. */
export function alongAxis({ scale, domain: [from, to] }: FigureAxis, value: number): number {
  if (scale === 'linear') return (value - from) / (to - from);
  return Math.log(value / from) / Math.log(to / from);
}

/** A value that a logarithmic axis can show: what is below its start, zero above all, lies at the start. */
export function shownOn({ scale, domain }: FigureAxis, value: number): number {
  return scale === 'log' ? Math.max(value, domain[0]) : value;
}

/** Distance in pixels between the two nearest of some positions on an axis of `length` pixels. */
export function leastGap(axis: FigureAxis, values: readonly number[], length: number): number {
  const places = values.map((value) => alongAxis(axis, value) * length).sort((a, b) => a - b);
  let gap = length;
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    if (before !== undefined) gap = Math.min(gap, place - before);
  }
  return gap;
}

const digitWidth = 8;
const air = 8;

function halfWidth({ label }: AxisTick): number {
  return (label.length * digitWidth + air) / 2;
}

/** Round numbers first: powers of two or 1, 2, 5 · 10ⁿ, whichever more of the ticks are. */
function roundness(ticks: readonly AxisTick[]): (at: number) => boolean {
  const isPowerOfTwo = (at: number) => Number.isInteger(Math.log2(at));
  const isDecimal = (at: number) => /^[125]0*$/.test(String(at));
  const twos = ticks.filter(({ at }) => isPowerOfTwo(at)).length;
  const decimals = ticks.filter(({ at }) => isDecimal(at)).length;
  return twos >= decimals ? isPowerOfTwo : isDecimal;
}

/**
 * The ticks whose labels fit side by side on a horizontal axis of `length` pixels: the ends, then
 * round numbers, then whatever has room.
 */
export function thinTicks(axis: FigureAxis, length: number): readonly AxisTick[] {
  const { ticks } = axis;
  const isRound = roundness(ticks);
  const ends = [ticks[0], ticks.at(-1)].filter((tick) => tick !== undefined);
  const inner = ticks.slice(1, -1);
  const order = [
    ...new Set(ends),
    ...inner.filter(({ at }) => isRound(at)),
    ...inner.filter(({ at }) => !isRound(at)),
  ];
  const kept: AxisTick[] = [];
  const place = ({ at }: AxisTick) => alongAxis(axis, at) * length;
  for (const tick of order) {
    const fits = kept.every(
      (other) => Math.abs(place(other) - place(tick)) >= halfWidth(other) + halfWidth(tick),
    );
    if (fits) kept.push(tick);
  }
  return kept.sort((a, b) => a.at - b.at);
}
