import { integer } from '../format.ts';
import type { AxisTick, FigureAxis } from '../../run/figure/figure-types.ts';

/** Room at the ends of a logarithmic axis, as a share of its length and at least so many logarithmic units. */
const endShare = 0.045;
const leastEnd = 0.13;

/** A logarithmic axis of counts that fits all of them, with room for marks side by side at both ends. */
export function countAxis(title: string, counts: readonly number[]): FigureAxis {
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  const room = Math.exp(Math.max(leastEnd, endShare * Math.log(last / first)));
  return {
    title,
    scale: 'log',
    domain: [first / room, last * room],
    ticks: [...counts].sort((a, b) => a - b).map((at) => ({ at, label: integer(at) })),
  };
}

/**
 * A linear axis of per cent in five steps.
 * @param room which end gets a little room, so that markers there stay whole
 */
export function percentAxis(
  title: string,
  [from, to]: readonly [number, number],
  room: 'start' | 'end',
): FigureAxis {
  const air = (to - from) * 0.025;
  return {
    title,
    scale: 'linear',
    domain: room === 'end' ? [from, to + air] : [from - air, to],
    ticks: Array.from({ length: 6 }, (_, step) => {
      const at = from + (step * (to - from)) / 5;
      return { at, label: integer(at) };
    }),
  };
}

const steps = [1, 2, 5, 10] as const;
/** Powers of ten are not exact in binary. */
const close = 1 + 1e-9;

/** The largest of 1, 2, 5 · 10ⁿ that is not above the value, and the smallest that is not below. */
export function roundBounds(low: number, high: number): [number, number] {
  const power = (value: number) => 10 ** Math.floor(Math.log10(value * close));
  const under = steps.findLast((step) => step * power(low) <= low * close) ?? 1;
  const over = steps.find((step) => step * power(high) * close >= high) ?? 10;
  return [under * power(low), over * power(high)];
}

function tickLabel(at: number): string {
  return at >= 1 ? integer(at) : String(Number(at.toPrecision(1)));
}

/**
 * A logarithmic axis that also has a place for zero: a tick below its smallest value, where all
 * that is smaller is drawn.
 */
export function logAxisWithZero(title: string, low: number, high: number): FigureAxis {
  const [from, to] = roundBounds(low, high);
  const zero = from / 2;
  const decades: AxisTick[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * 1.001; power += 1) {
    decades.push({ at: 10 ** power, label: tickLabel(10 ** power) });
  }
  return { title, scale: 'log', domain: [zero, to], ticks: [{ at: zero, label: '0' }, ...decades] };
}
