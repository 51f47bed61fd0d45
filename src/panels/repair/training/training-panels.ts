import { integer, percent, percentRange, pixelsOf } from '../../../run/number-text.ts';
import type { FigurePanel, FigurePoint, FigureSeries } from '../../../run/figure/figure-types.ts';
import { ordinalStyle, type SeriesStyle } from '../../../run/figure/series-style.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import type { EpochState, TrainingState } from '../../../run/repair/repair-types.ts';
import type { TrainingMeasure } from '../../../state/repair/repair-view.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly point: (epoch: EpochState) => FigurePoint;
}

function share(epoch: number, correct: number, images: number, note: string): FigurePoint {
  const [low, high] = clopperPearson(correct, images);
  return {
    x: epoch,
    y: (100 * correct) / images,
    interval: [100 * low, 100 * high],
    text: percent(correct / images),
    range: percentRange([low, high]),
    note: `${integer(correct)} of ${integer(images)} ${note}`,
  };
}

const accuracies: readonly Line[] = [
  {
    id: 'samples',
    name: 'Samples',
    // Each is judged before the step that uses it, by other weights than the next one: a trace of
    // the training, no estimate of one model.
    point: ({ epoch, correct, samples }) => ({
      ...share(epoch, correct, samples, 'samples, each before the step that used it'),
      interval: null,
      range: null,
    }),
  },
  {
    id: 'changed',
    name: 'Changed',
    point: ({ epoch, changed, validationImages }) =>
      share(epoch, changed, validationImages, 'validation images with changed pixels'),
  },
  {
    id: 'clean',
    name: 'Unchanged',
    point: ({ epoch, clean, validationImages }) =>
      share(epoch, clean, validationImages, 'unchanged validation images'),
  },
];

const losses: readonly Line[] = [
  {
    id: 'loss',
    name: 'Samples',
    point: ({ epoch, loss, samples }) => ({
      x: epoch,
      y: loss,
      interval: null,
      text: loss.toPrecision(3),
      range: null,
      note: `mean cross-entropy of ${integer(samples)} samples, in nats`,
    }),
  },
];

function seriesOf(
  { epochs }: Pick<TrainingState, 'epochs'>,
  lines: readonly Line[],
  base: SeriesStyle,
): FigureSeries[] {
  return lines.map(({ id, name, point }, step) => ({
    id,
    name,
    style: ordinalStyle(base, step, lines.length),
    points: new Map(epochs.map((epoch) => [epoch.epoch, point(epoch)])),
  }));
}

/** A panel for each model that is trained; a single one needs no heading. */
export function trainingPanels(
  models: readonly Pick<TrainingState, 'id' | 'count' | 'epochs'>[],
  measure: TrainingMeasure,
  style: SeriesStyle,
): FigurePanel[] {
  const lines = measure === 'accuracy' ? accuracies : losses;
  return models.map((model) => ({
    id: model.id,
    heading: models.length === 1 ? null : { name: pixelsOf(model.count), style },
    series: seriesOf(model, lines, style),
  }));
}
