import type { FigurePoint } from '../../../../run/figure/figure-types.ts';
import {
  integer,
  percent,
  percentRange,
  smallFigure,
  smallFigureRange,
} from '../../../../run/number-text.ts';
import type { Spec } from '../../../../protocol/spec.ts';
import { measureWords } from '../../../../run/finding/measure-words.ts';
import type { CurveMeasure } from '../../../../state/answer/view-store.ts';
import type { Estimate } from './estimate.ts';

type Shown = Pick<FigurePoint, 'y' | 'interval' | 'text' | 'range'>;
type Basis = Pick<Spec, 'images' | 'eligibility' | 'draws' | 'seed'>;

const imagesText: Readonly<Record<Spec['eligibility'], string>> = {
  common: 'eligible images',
  own: 'eligible images',
  all: 'images',
};

function asPercent([low, high]: readonly [number, number]): [number, number] {
  return [low * 100, high * 100];
}

function flipped([low, high]: readonly [number, number]): [number, number] {
  return [1 - high, 1 - low];
}

/** What an estimate rests on: "36 of 481 eligible images wrong, seed 7". */
export function basisOf({ wrong, trials }: Estimate, basis: Basis): string {
  const { eligibility, draws, seed } = basis;
  const denominator =
    draws === 1
      ? `${integer(trials)} ${imagesText[eligibility]}`
      : `${integer(trials)} classifications (${integer(Math.ceil(trials / draws))} ${imagesText[eligibility]}, ${integer(draws)} draws)`;
  return `${integer(wrong)} of ${denominator} ${measureWords(basis).bad}, seed ${seed}`;
}

/** An estimate in the unit of a measure; null where the measure is not defined. */
export function shownAs(measure: CurveMeasure, estimate: Estimate): Shown | null {
  switch (measure) {
    case 'accuracy': {
      const { accuracy, interval } = estimate;
      return {
        y: accuracy * 100,
        interval: asPercent(interval),
        text: percent(accuracy),
        range: percentRange(interval),
      };
    }
    case 'wrong': {
      const share = estimate.wrong / estimate.trials;
      const interval = flipped(estimate.interval);
      return {
        y: share * 100,
        interval: asPercent(interval),
        text: percent(share),
        range: percentRange(interval),
      };
    }
    case 'pi': {
      const { pi, piInterval } = estimate;
      if (pi === null) return null;
      return {
        y: pi,
        interval: piInterval,
        text: smallFigure(pi),
        range: piInterval === null ? null : smallFigureRange(piInterval),
      };
    }
  }
}

/** An estimate as a point of the figure. */
export function pointOf(
  measure: CurveMeasure,
  estimate: Estimate,
  basis: Basis,
): FigurePoint | null {
  const shown = shownAs(measure, estimate);
  return shown && { x: estimate.count, ...shown, note: basisOf(estimate, basis) };
}
