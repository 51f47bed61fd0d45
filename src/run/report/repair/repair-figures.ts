import type { RepairResult, RepairTable } from '../../../protocol/repair-result.ts';
import { cumulative } from '../../figure/cumulative.ts';
import type { FigurePoint, FigureSeries } from '../../figure/figure-types.ts';
import { seriesStyle } from '../../figure/series-style.ts';
import { distancesIn } from '../../finding/repair/distance-finding.ts';
import { settingsOf } from '../../finding/repair/test-cells.ts';
import type { NameOf } from '../../finding/wording.ts';
import { indexCells } from '../../cell-index.ts';
import type { ReportFigure } from '../document.ts';
import { regionName, valueName } from '../experiment-words.ts';
import type { DotRow, StepsDrawing } from '../figure/drawing.ts';
import { linearAxis, placesAxis } from '../../figure/axes.ts';
import { countOf, perCentInterval } from '../cell-text.ts';
import { integer, perCent } from '../../number-text.ts';
import { attackLabel } from './judgement-tables.ts';
import type { NamedTable } from './repair-tables.ts';

type Row = RepairTable['clean'][number] | RepairTable['cells'][number];

/** The style of a model by its place: the original, then the repaired ones. */
function styleOf(result: RepairResult, model: string) {
  const ids = [result.original.id, ...result.repaired.map(({ id }) => id)];
  return seriesStyle(Math.max(0, ids.indexOf(model)));
}

function rightPoint(row: Row, x: number, note: string, draws: number): FigurePoint | null {
  if (row.accuracy === null) return null;
  const ends: [number, number] | null = row.interval && [
    100 * row.interval[0],
    100 * row.interval[1],
  ];
  return {
    x,
    y: 100 * row.accuracy,
    interval: ends,
    text: `${perCent(row.accuracy)} %`,
    range:
      ends &&
      `${ends[0].toFixed(1)}–${ends[1].toFixed(1)}, ${countOf(row.correct, row.images * draws)}`,
    note,
  };
}

/** Right answers of the original and the repaired models, unchanged and at each count. */
export function rightFigure(
  { id, table, images }: NamedTable,
  result: RepairResult,
  nameOf: NameOf,
): ReportFigure {
  const counts = [...new Set(table.cells.map(({ count }) => count))];
  const positions = [0, ...counts.keys()].map((_, at) => at);
  const settings = settingsOf(table);
  const cellAt = indexCells(table.cells);
  const seriesAt = (setting: (typeof settings)[number]): FigureSeries[] =>
    table.clean.map((clean) => {
      const points = new Map<number, FigurePoint>();
      const first = rightPoint(clean, 0, 'no pixel changed', 1);
      if (first !== null) points.set(0, first);
      for (const [at, count] of counts.entries()) {
        const cell = cellAt(clean.model, { ...setting, count });
        const note = `${integer(count)} ${count === 1 ? 'pixel' : 'pixels'}`;
        const point = cell && rightPoint(cell, at + 1, note, table.draws);
        if (point) points.set(at + 1, point);
      }
      return {
        id: clean.model,
        name: nameOf(clean.model),
        style: styleOf(result, clean.model),
        points,
      };
    });
  const panels = settings.map((setting) => ({
    heading:
      settings.length === 1 ? null : `${valueName(setting.value)}, ${regionName(setting.region)}`,
    series: seriesAt(setting),
  }));
  const lows = [...table.clean, ...table.cells].flatMap(({ interval }) =>
    interval ? [100 * interval[0]] : [],
  );
  return {
    kind: 'figure',
    id: `${id}-figure`,
    caption: `Right answers of the original and the repaired models on ${images}, against the pixels changed in the test. Bars or bands: 95 % intervals.`,
    drawing: {
      kind: 'curves',
      panels,
      positions,
      x: placesAxis('Changed pixels in the test', ['0', ...counts.map(integer)]),
      y: linearAxis('Right, % of all images', [Math.min(99, ...lows), 100], [0, 100]),
      legend: table.clean.map(({ model }) => ({
        name: nameOf(model),
        style: styleOf(result, model),
      })),
    },
  };
}

/** Shares of wrong answers under each attack. */
export function attackFigure(result: RepairResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const rows = result.attacks ?? [];
  const groups = [...new Set(rows.map(attackLabel))].map((heading) => ({
    heading,
    rows: rows
      .filter((row) => attackLabel(row) === heading)
      .map((row): DotRow => {
        const share =
          row.rate === null || row.interval === null
            ? '–'
            : `${perCent(row.rate)} % ${perCentInterval(row.interval)}`;
        return {
          id: row.model,
          name: nameOf(row.model),
          style: styleOf(result, row.model),
          estimate:
            row.rate === null || row.interval === null
              ? null
              : { at: 100 * row.rate, low: 100 * row.interval[0], high: 100 * row.interval[1] },
          text: `${share}, ${countOf(row.fooled, row.examples)}`,
        };
      }),
  }));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'figure',
      id: `${prefix}attack-figure`,
      caption:
        'Wrong under attack: of the examples that fool the original, and, made afresh, of the images that the attacked model has right. Bars: 95 % intervals.',
      drawing: {
        kind: 'dots',
        axis: linearAxis('Wrong, %', [0, 100], [0, 100]),
        groups,
        reference: null,
      },
    },
  ];
}

const spaceNames = { feature: 'Feature space', input: 'Input space' } as const;

/** Whether images lie farther from the boundary than before, model by model. */
function fartherFigure(result: RepairResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const groups = (['feature', 'input'] as const)
    .map((space) => ({
      heading: spaceNames[space],
      rows: distancesIn(result, space).map((row): DotRow => ({
        id: row.model,
        name: nameOf(row.model),
        style: styleOf(result, row.model),
        estimate:
          row.share === null || row.interval === null
            ? null
            : { at: 100 * row.share, low: 100 * row.interval[0], high: 100 * row.interval[1] },
        text:
          row.share === null || row.interval === null
            ? '–'
            : `${perCent(row.share)} % ${perCentInterval(row.interval)}, ${countOf(row.larger, row.images)}`,
      })),
    }))
    .filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return [];
  return [
    {
      kind: 'figure',
      id: `${prefix}farther-figure`,
      caption:
        'Share of held-out images that lie farther from the decision boundary than before. Bars: 95 % intervals; dashed: half of them.',
      drawing: {
        kind: 'dots',
        axis: linearAxis('Farther than before, %', [0, 100], [0, 100]),
        groups,
        reference: 50,
      },
    },
  ];
}

const quantile = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.max(0, Math.round(share * (values.length - 1))))] ?? 0;

/** The distances themselves as distribution functions. */
function distributionFigure(result: RepairResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const values = result.distanceValues ?? [];
  const panels = (['feature', 'input'] as const).flatMap((space): StepsDrawing['panels'] => {
    const samples = values.flatMap((row) => {
      const own = row[space];
      return own === null || own.length === 0
        ? []
        : [{ name: nameOf(row.model), style: styleOf(result, row.model), sample: cumulative(own) }];
    });
    if (samples.length === 0) return [];
    const low = Math.min(...samples.map(({ sample }) => quantile(sample.values, 0.01)));
    const high = Math.max(...samples.map(({ sample }) => quantile(sample.values, 0.97)));
    return [{ heading: spaceNames[space], x: linearAxis('r', [low, high]), samples }];
  });
  const [first] = panels;
  if (first === undefined) return [];
  return [
    {
      kind: 'figure',
      id: `${prefix}distance-figure`,
      caption:
        'Distance r of held-out images to the decision boundary, as distribution functions; a mark stands at each median. A line farther to the right is farther from the boundary. The longest distances are cut off.',
      drawing: {
        kind: 'steps',
        panels,
        y: linearAxis('Images with a distance of at most r, %', [0, 100], [0, 100]),
        legend: first.samples.map(({ name, style }) => ({ name, style })),
      },
    },
  ];
}

export function distanceFigures(
  result: RepairResult,
  nameOf: NameOf,
  prefix: string,
): ReportFigure[] {
  return [...fartherFigure(result, nameOf, prefix), ...distributionFigure(result, nameOf, prefix)];
}
