import { countAxis, logAxisWithZero, percentAxis } from '../../../run/figure/axes.ts';
import { pixelsOf, smallFigure, smallFigureRange } from '../../../run/number-text.ts';
import type { FewPixelsFound, FragileFound, IndexFound } from '../../../state/learn/found.ts';
import type { LessonAnswer } from '../../../state/learn/lesson.ts';
import { modelName } from '../../../state/models/model-list.ts';
import {
  byPosition,
  predictionLine,
  sharePoint,
  styleOf,
  type LessonChart,
} from './lesson-chart.ts';

const pixelsTitle = 'Changed pixels, logarithmic';

/** Misread signs of two models against the number of pixels. */
export function fewPixelsChart(
  found: FewPixelsFound | null,
  answer: LessonAnswer | null,
): LessonChart {
  const counts = [1, 4, 16, 64, 256, 1024];
  const lines = found?.lines ?? [
    { model: 'squeezenet', points: [] },
    { model: 'densenet', points: [] },
  ];
  return {
    title: 'Misread signs against changed pixels',
    kind: 'curves',
    axes: {
      x: countAxis(pixelsTitle, counts),
      y: percentAxis('Signs misread, %', [0, 100], 'end'),
      reference: predictionLine(answer),
    },
    panels: [
      {
        id: 'models',
        heading: null,
        series: lines.map(({ model, points }) => ({
          id: model,
          name: modelName(model),
          style: styleOf(model),
          points: byPosition(
            points.flatMap(({ count, share }) => sharePoint(count, share, 'signs')),
          ),
        })),
      },
    ],
    positions: counts,
    asked: 64,
    nameOf: pixelsOf,
  };
}

/** What random pixels do to attacked signs, against their number. */
export function fragileChart(found: FragileFound | null, answer: LessonAnswer | null): LessonChart {
  const counts = [1, 4, 16, 64, 256];
  const points = found?.points ?? [];
  const style = styleOf('alexnet');
  const line = (id: 'restored' | 'kept' | 'other', name: string, dash: string | undefined) => ({
    id,
    name,
    style: { ...style, dash, width: id === 'restored' ? 2.75 : 1.5 },
    points: byPosition(
      points.flatMap((point) => sharePoint(point.count, point[id], 'attacked signs')),
    ),
  });
  return {
    title: 'Attacked signs against random pixels',
    kind: 'curves',
    axes: {
      x: countAxis('Random pixels, logarithmic', counts),
      y: percentAxis('Attacked signs, %', [0, 100], 'end'),
      reference: predictionLine(answer),
    },
    panels: [
      {
        id: 'outcomes',
        heading: null,
        series: [
          line('restored', 'Right again', undefined),
          line('kept', 'Attack’s answer', '7 4'),
          line('other', 'Another wrong one', '2 3'),
        ],
      },
    ],
    positions: counts,
    asked: 64,
    nameOf: pixelsOf,
  };
}

/** The Pixel-index of two models against the number of pixels. */
export function indexChart(found: IndexFound | null): LessonChart {
  const counts = [4, 16, 64, 256, 1024];
  const lines = found?.lines ?? [
    { model: 'squeezenet', points: [] },
    { model: 'alexnet', points: [] },
  ];
  return {
    title: 'Pixel-index against changed pixels',
    kind: 'curves',
    axes: {
      x: countAxis(pixelsTitle, counts),
      y: logAxisWithZero('Pi, logarithmic', 0.5, 50),
      reference: null,
    },
    panels: [
      {
        id: 'models',
        heading: null,
        series: lines.map(({ model, points }) => ({
          id: model,
          name: modelName(model),
          style: styleOf(model),
          points: byPosition(
            points.map(({ count, share, pi, piInterval }) => ({
              x: count,
              y: pi,
              interval: piInterval,
              text: smallFigure(pi),
              range: smallFigureRange(piInterval),
              note: `${share.count} of ${share.of} signs misread`,
            })),
          ),
        })),
      },
    ],
    positions: counts,
    asked: 1024,
    nameOf: pixelsOf,
  };
}
