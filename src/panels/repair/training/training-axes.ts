import { integer } from '../../../charts/format.ts';
import { percentAxis } from '../../../charts/figure/axes.ts';
import type { FigureAxes, FigureAxis } from '../../../charts/figure/figure-types.ts';

export type TrainingMeasure = 'accuracy' | 'loss';

/** Room at both ends of the epochs, so that markers stay whole. */
const END_ROOM = 0.03;

function epochAxis(epochs: number): FigureAxis {
  const room = Math.max(0.2, (epochs - 1) * END_ROOM);
  return {
    title: 'Epochs',
    scale: 'linear',
    domain: [1 - room, epochs + room],
    ticks: Array.from({ length: epochs }, (_, at) => ({ at: at + 1, label: integer(at + 1) })),
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
