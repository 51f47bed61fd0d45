import type { AxisTick, FigureAxis } from '../../figure/figure-types.ts';
import { integer } from '../number-text.ts';

const steps = [1, 2, 5, 10] as const;
/** Most steps of a linear axis. */
const mostSteps = 6;

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

/** A logarithmic axis of counts, with a tick at each. */
export function countsAxis(title: string, counts: readonly number[]): FigureAxis {
  const first = Math.min(...counts);
  const last = Math.max(...counts);
  const room = Math.exp(Math.max(0.16, 0.07 * Math.log(last / first)));
  return {
    title,
    scale: 'log',
    domain: [first / room, last * room],
    ticks: [...counts].sort((a, b) => a - b).map((at) => ({ at, label: integer(at) })),
  };
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
