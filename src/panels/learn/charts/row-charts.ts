import { percentAxis } from '../../../run/figure/axes.ts';
import type { FigureSeries } from '../../../run/figure/figure-types.ts';
import type { SeriesStyle } from '../../../run/figure/series-style.ts';
import type { MagnitudeFound, RepairFound, WorstCaseFound } from '../../../state/learn/found.ts';
import type { LessonAnswer } from '../../../state/learn/lesson.ts';
import type { LessonShare } from '../../../state/learn/shares.ts';
import {
  byPosition,
  predictionLine,
  sharePoint,
  styleOf,
  type LessonChart,
} from './lesson-chart.ts';

/** Rows have one position. */
const only = 1;

function row(name: string, style: SeriesStyle, share: LessonShare | undefined): FigureSeries {
  const points = share === undefined ? [] : sharePoint(only, share, 'signs');
  return { id: name, name, style, points: byPosition(points) };
}

/** Misread signs by strength, and by place. */
export function magnitudeChart(found: MagnitudeFound | null): LessonChart {
  const style = styleOf('squeezenet');
  const strengths = [10, 40, 70, 100, 127, null];
  const regions = [1, 0.75, 0.5, 0.25];
  return {
    title: 'Misread signs by strength and by place, 64 pixels',
    kind: 'dots',
    axes: {
      x: percentAxis('', [0, 1], 'end'),
      y: percentAxis('Signs misread, %', [0, 25], 'end'),
      reference: null,
    },
    panels: [
      {
        id: 'strength',
        heading: { name: 'How strong, anywhere', style },
        series: strengths.map((offset) =>
          row(
            offset === null ? 'Any colour' : `±${offset}`,
            style,
            found?.strengths.find((each) => each.offset === offset)?.share,
          ),
        ),
      },
      {
        id: 'place',
        heading: { name: 'Where, any colour', style },
        series: regions.map((region) =>
          row(
            region === 1 ? 'Whole picture' : `Central ${100 * region}\u00a0%`,
            style,
            found?.places.find((each) => each.region === region)?.share,
          ),
        ),
      },
    ],
    positions: [only],
    asked: only,
    nameOf: () => '64 pixels',
  };
}

/** Misread new signs before and after a repair. */
export function repairChart(found: RepairFound | null): LessonChart {
  const style = styleOf('squeezenet');
  return {
    title: 'New signs misread with 256 random pixels',
    kind: 'dots',
    axes: {
      x: percentAxis('', [0, 1], 'end'),
      y: percentAxis('Signs misread, %', [0, 40], 'end'),
      reference: null,
    },
    panels: [
      {
        id: 'repair',
        heading: null,
        series: [
          row('Before', style, found?.before),
          row('After', { ...style, marker: 'ring' }, found?.after),
        ],
      },
    ],
    positions: [only],
    asked: only,
    nameOf: () => '256 random pixels',
  };
}

/** Signs turned by chance, by search and along the gradient. */
export function worstCaseChart(
  found: WorstCaseFound | null,
  answer: LessonAnswer | null,
): LessonChart {
  const style = styleOf('squeezenet');
  return {
    title: 'Signs turned by chance and by attacks',
    kind: 'dots',
    axes: {
      x: percentAxis('', [0, 1], 'end'),
      y: percentAxis('Signs turned, %', [0, 100], 'end'),
      reference: predictionLine(answer),
    },
    panels: [
      {
        id: 'ways',
        heading: null,
        series: [
          row('1 random pixel', style, found?.onePixel),
          row('64 random pixels', style, found?.manyPixels),
          row('1 chosen pixel', style, found?.search),
          row('FGSM, one step', style, found?.fgsm),
          row('PGD, more steps', style, found?.pgd),
        ],
      },
    ],
    positions: [only],
    asked: only,
    nameOf: () => 'all ways',
  };
}
