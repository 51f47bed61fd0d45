import { percentAxis } from '../../../../run/figure/axes.ts';
import type { FigureAxes, FigurePanel, FigurePoint } from '../../../../run/figure/figure-types.ts';
import { integer } from '../../../../run/number-text.ts';
import {
  ordinalStyle,
  seriesStyle,
  type SeriesStyle,
} from '../../../../run/figure/series-style.ts';
import type { SearchKind } from '../../../../protocol/inspect.ts';
import type {
  WorstPixel,
  WorstPixelSettings,
} from '../../../../state/inspect/questions/worst-pixel.ts';
import { modelPositions } from '../../../../state/models/model-position.ts';
import { probability } from '../../../shared/pictures/class-text.ts';

export const searchNames: Readonly<Record<SearchKind, string>> = {
  evolution: 'Evolution',
  random: 'Random search',
};

/** Queries at the end of each generation. */
export function searchPositions({ population, generations }: WorstPixelSettings): number[] {
  return Array.from({ length: generations + 1 }, (_, at) => (at + 1) * population);
}

/** Lower ends of a vertical axis that shows a small fall at large, per cent. */
const CLOSE = [99, 98, 95, 90, 80, 50] as const;

/** The span of the vertical axis that fits what was found, per cent. */
export function closeSpan({ courses, before }: WorstPixel): readonly [number, number] {
  const found = [...courses.evolution.points, ...courses.random.points];
  const least = Math.min(before, ...found.map((point) => point.probability));
  const from = CLOSE.find((end) => end < 100 * least) ?? 0;
  return [from, 100];
}

/**
 * @param className of the class that is to be left
 * @param span of the vertical axis, per cent
 */
export function searchAxes(
  settings: WorstPixelSettings,
  className: string,
  span: readonly [number, number],
): FigureAxes {
  const positions = searchPositions(settings);
  const last = positions.at(-1) ?? settings.population;
  return {
    x: {
      title: 'Queries, 100 a generation',
      scale: 'linear',
      domain: [0, last * 1.03],
      ticks: Array.from({ length: 6 }, (_, step) => Math.round((last * step) / 5)).map((at) => ({
        at,
        label: integer(at),
      })),
    },
    y: percentAxis(`Least probability of ${className} so far, %`, span, 'end'),
    reference: null,
  };
}

function styleOf(kind: SearchKind, base: SeriesStyle): SeriesStyle {
  const style = ordinalStyle(base, kind === 'evolution' ? 1 : 0, 2);
  return kind === 'evolution' ? style : { ...style, marker: 'ring' };
}

/** A line for each search. */
export function searchPanels({ settings, courses }: WorstPixel): readonly FigurePanel[] {
  const base = seriesStyle(modelPositions([]).get(settings.model) ?? 0);
  const series = (['evolution', 'random'] as const).map((kind) => {
    const points = courses[kind].points.map((point): FigurePoint => ({
      x: point.queries,
      y: 100 * point.probability,
      interval: null,
      text: probability(point.probability),
      range: null,
      note: `best of ${integer(point.queries)} candidates, seed ${settings.seed}`,
    }));
    return {
      id: kind,
      name: searchNames[kind],
      style: styleOf(kind, base),
      points: new Map(points.map((point) => [point.x, point])),
    };
  });
  return [{ id: 'searches', heading: null, series }];
}
