import { integer } from '../../../run/number-text.ts';
import { percentAxis } from '../../../run/figure/axes.ts';
import type { FigureAxes, FigureAxis } from '../../../run/figure/figure-types.ts';
import type { TrainingMeasure } from '../../../state/repair/repair-view.ts';

/** Room at both ends of the epochs, so that markers stay whole. */
const END_ROOM = 0.03;

/** Most labels that stand side by side in a small panel. */
const MOST_TICKS = 6;

/** The first epoch, then round ones. */
function epochTicks(epochs: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const step = steps.find((each) => epochs / each <= MOST_TICKS) ?? epochs;
  const rounds = Array.from({ length: Math.floor(epochs / step) }, (_, at) => (at + 1) * step);
  return [...new Set([1, ...rounds])];
}

function epochAxis(epochs: number): FigureAxis {
  const room = Math.max(0.2, (epochs - 1) * END_ROOM);
  return {
    title: 'Epochs',
    scale: 'linear',
    domain: [1 - room, epochs + room],
    ticks: epochTicks(epochs).map((at) => ({ at, label: integer(at) })),
  };
}

function lossAxis(top: number): FigureAxis {
  const ticks = Array.from({ length: top + 1 }, (_, at) => ({ at, label: String(at) }));
  return { title: 'Mean loss, nats', scale: 'linear', domain: [0, top], ticks };
}

/**
 * Axes that are known before the first step: a guesser among all classes has the loss ln(classes).
 * @param highest the highest loss so far
 */
export function trainingAxes(
  measure: TrainingMeasure,
  epochs: number,
  classes: number,
  highest: number,
): FigureAxes {
  const y =
    measure === 'accuracy'
      ? percentAxis('Classified correctly, %', [0, 100], 'end')
      : lossAxis(Math.ceil(Math.max(1, Math.log(classes), highest)));
  return { x: epochAxis(epochs), y, reference: null };
}
