import type { AttackResult, Share } from '../../../protocol/attack-result.ts';
import type { FigurePoint, FigureSeries } from '../../figure/figure-types.ts';
import { seriesStyle } from '../../figure/series-style.ts';
import type { NameOf } from '../../finding/wording.ts';
import type { ReportFigure } from '../document.ts';
import { regionName, valueName } from '../experiment-words.ts';
import { countAxis, linearAxis, placesAxis } from '../../figure/axes.ts';
import { countOf } from '../cell-text.ts';
import { integer, perCent } from '../../number-text.ts';
import { indexCells } from '../../cell-index.ts';
import { strengthsOf, strengthText } from './attack-tables.ts';

function sharePoint(
  { count, share, interval }: Share,
  trials: number,
  x: number,
  note: string,
): FigurePoint | null {
  if (share === null || interval === null) return null;
  const ends: [number, number] = [100 * interval[0], 100 * interval[1]];
  return {
    x,
    y: 100 * share,
    interval: ends,
    text: `${perCent(share)} %`,
    range: `${ends[0].toFixed(1)}–${ends[1].toFixed(1)}, ${countOf(count, trials)}`,
    note,
  };
}

function seriesOf(
  { models }: AttackResult,
  nameOf: NameOf,
  positions: readonly number[],
  pointAt: (model: string, position: number) => FigurePoint | null,
): FigureSeries[] {
  return models.map(({ id }, index) => ({
    id,
    name: nameOf(id),
    style: seriesStyle(index),
    points: new Map(
      positions.flatMap((position): [number, FigurePoint][] => {
        const point = pointAt(id, position);
        return point === null ? [] : [[position, point]];
      }),
    ),
  }));
}

const highest = (shares: readonly Share[]): number =>
  Math.max(1, ...shares.flatMap(({ interval }) => (interval === null ? [] : [100 * interval[1]])));

function successFigure(result: AttackResult, nameOf: NameOf, prefix: string): ReportFigure {
  const strengths = strengthsOf(result);
  const series = seriesOf(result, nameOf, [...strengths.keys()], (model, at) => {
    const epsilon = strengths[at] ?? null;
    const outcome = result.attacks.find((each) => each.model === model && each.epsilon === epsilon);
    return outcome
      ? sharePoint(outcome.examples, outcome.eligible, at, strengthText(epsilon))
      : null;
  });
  return {
    kind: 'figure',
    id: `${prefix}success-figure`,
    caption:
      'Share of the attacked images that become adversarial examples. Bars or bands: 95 % intervals.',
    drawing: {
      kind: 'curves',
      panels: [{ heading: null, series }],
      positions: [...strengths.keys()],
      x: placesAxis('Strength of the attack', strengths.map(strengthText)),
      y: linearAxis(
        'Adversarial examples, %',
        [0, highest(result.attacks.map(({ examples }) => examples))],
        [0, 100],
      ),
      legend: series,
    },
  };
}

function recoveryFigure(result: AttackResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const { counts, values, regions } = result.spec.grid;
  const strengths = strengthsOf(result);
  const [value = 'replace'] = values;
  const [region = 1] = regions;
  const cellAt = indexCells(result.cells, (cell) => `${cell.epsilon} ${cell.model}`);
  const series = (epsilon: number | null) =>
    seriesOf(result, nameOf, counts, (model, count) => {
      const cell = cellAt(`${epsilon} ${model}`, { count, value, region });
      const note = `${integer(count)} ${count === 1 ? 'pixel' : 'pixels'}`;
      return cell
        ? sharePoint(cell.restored, cell.examples * result.spec.draws, count, note)
        : null;
    });
  const panels = strengths.map((epsilon) => ({
    heading: strengths.length === 1 ? null : strengthText(epsilon),
    series: series(epsilon),
  }));
  const held =
    values.length * regions.length > 1 ? `, ${valueName(value)}, ${regionName(region)}` : '';
  return [
    {
      kind: 'figure',
      id: `${prefix}restored-figure`,
      caption: `Share of the adversarial examples that random pixels restore to the true class${held}. Bars or bands: 95 % intervals.`,
      drawing: {
        kind: 'curves',
        panels,
        positions: counts,
        x: countAxis('Random pixels, logarithmic', counts),
        y: linearAxis(
          'Restored, %',
          [0, highest(result.cells.map(({ restored }) => restored))],
          [0, 100],
        ),
        legend: panels[0]?.series ?? [],
      },
    },
  ];
}

/** The figures of an attack: how often it succeeds, and what random pixels restore. */
export function attackFigures(
  result: AttackResult,
  nameOf: NameOf,
  prefix: string,
): ReportFigure[] {
  return [successFigure(result, nameOf, prefix), ...recoveryFigure(result, nameOf, prefix)];
}
