import { integer } from '../number-text.ts';
import type { AxisTick, FigureAxis } from './figure-types.ts';

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
/** Most steps of a linear axis. */
const mostSteps = 6;
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

function roundStep(span: number): number {
  const least = span / mostSteps;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (steps.find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
}

/**
 * A linear axis with round ticks that covers what is given, and a little more at its ends so that
 * marks stay whole.
 * @param reach low and high of what is drawn
 * @param limits that the axis does not pass, such as 0 and 100 per cent
 */
export function linearAxis(
  title: string,
  reach: readonly [number, number],
  limits: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): FigureAxis {
  const [low, high] = reach;
  const step = roundStep(Math.max(high - low, 1e-6));
  const from = Math.max(limits[0], Math.floor(low / step + 1e-9) * step);
  const to = Math.min(limits[1], Math.ceil(high / step - 1e-9) * step);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: AxisTick[] = [];
  for (let at = from; at <= to + step / 2; at += step) {
    const label = at >= 10_000 ? integer(at) : at.toFixed(digits).replace('-', '−');
    ticks.push({ at: Number(at.toFixed(9)), label });
  }
  const air = (to - from) * 0.025;
  return { title, scale: 'linear', domain: [from - air, to + air], ticks };
}

/** An axis of named places, 0 … n − 1. */
export function placesAxis(title: string, labels: readonly string[]): FigureAxis {
  return {
    title,
    scale: 'linear',
    domain: [-0.5, labels.length - 0.5],
    ticks: labels.map((label, at) => ({ at, label })),
  };
}
