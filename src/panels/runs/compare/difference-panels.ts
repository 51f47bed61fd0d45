import { countAxis } from '../../../run/figure/axes.ts';
import { integer, pixelsOf, pointsText } from '../../../run/number-text.ts';
import type { FigureAxes, FigurePanel, FigurePoint } from '../../../run/figure/figure-types.ts';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import type { CellDifference, Comparison } from '../../../run/compare/compare-types.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import { regionName, valueName } from '../../measure/answer/curve/setting-names.ts';

/** "−8.0 to −4.2" */
export function pointsRange([low, high]: readonly [number, number]): string {
  return `${pointsText(low)} to ${pointsText(high)}`;
}

/** What a difference rests on. */
export function differenceNote({ images, draws, worse, better }: CellDifference): string {
  const of = draws === 1 ? `${integer(images)} images` : `${integer(images)} images × ${draws}`;
  return `${integer(worse)} worse, ${integer(better)} better, of ${of}`;
}

function pointOf(cell: CellDifference): FigurePoint | null {
  const { count, difference, interval } = cell;
  if (difference === null) return null;
  return {
    x: count,
    y: 100 * difference,
    interval: interval && [100 * interval[0], 100 * interval[1]],
    text: `${pointsText(difference)} points`,
    range: interval && pointsRange(interval),
    note: differenceNote(cell),
  };
}

type Setting = Pick<CellDifference, 'value' | 'region'>;

const isOf =
  ({ value, region }: Setting) =>
  (cell: CellDifference): boolean =>
    cell.region === region && samePixelValue(cell.value, value);

/** Every change and region that was compared, in the order of the baseline's grid. */
export function settingsOf({ others }: Comparison): Setting[] {
  const cells = others.flatMap((other) => other.cells);
  return cells.filter((cell, at) => cells.findIndex(isOf(cell)) === at);
}

export function settingName({ value, region }: Setting): string {
  return `${valueName(value)}, ${regionName(region)}`;
}

/** Counts at which anything was compared, increasing. */
export function countsOf({ others }: Comparison): number[] {
  const counts = new Set(others.flatMap(({ cells }) => cells.map(({ count }) => count)));
  return [...counts].sort((a, b) => a - b);
}

/** One set of axes a change and region, one line a model that is not the baseline. */
export function differencePanels(comparison: Comparison): FigurePanel[] {
  const settings = settingsOf(comparison);
  return settings.map((setting, at) => ({
    id: settingName(setting),
    heading:
      settings.length === 1
        ? null
        : { name: settingName(setting), style: { ...seriesStyle(at), color: 'var(--ink-2)' } },
    series: comparison.others.flatMap(({ name, cells }, position) => {
      const points = cells.filter(isOf(setting)).flatMap((cell) => pointOf(cell) ?? []);
      if (points.length === 0) return [];
      // The first style is the baseline's, which is the line at zero.
      const style = seriesStyle(position + 1);
      return { id: name, name, style, points: new Map(points.map((point) => [point.x, point])) };
    }),
  }));
}

const spans = [5, 10, 20, 50, 100] as const;

/** Axes that hold every difference and interval, with zero in the middle. */
export function differenceAxes(comparison: Comparison, spec: Spec): FigureAxes {
  const ends = comparison.others.flatMap(({ cells }) =>
    cells.flatMap(({ difference, interval }) => interval ?? difference ?? []),
  );
  const widest = 100 * Math.max(0, ...ends.map(Math.abs));
  const span = spans.find((each) => each >= widest) ?? 100;
  return {
    x: countAxis('Changed pixels, logarithmic', countsOf(comparison)),
    y: {
      title: `Difference of the ${measureWords(spec).bad} share, points`,
      scale: 'linear',
      domain: [-span * 1.025, span * 1.025],
      ticks: [-1, -0.5, 0, 0.5, 1].map((share) => ({
        at: share * span,
        label: `${share < 0 ? '−' : ''}${Math.abs(share * span)}`,
      })),
    },
    // Every line begins at zero: a label there would be written over.
    reference: { at: 0, label: '' },
  };
}

/** "With 8 pixels changed" */
export function readoutTitle(count: number): string {
  return `With ${pixelsOf(count)} changed`;
}
