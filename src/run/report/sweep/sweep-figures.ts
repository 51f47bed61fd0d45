import { rangeFraction } from '../../../core/pixel-index.ts';
import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import type { FigureAxis, FigurePoint, FigureSeries } from '../../figure/figure-types.ts';
import { seriesStyle } from '../../figure/series-style.ts';
import { formatCriticalCount, hasCriticalCount } from '../../finding/sweep/critical-count-text.ts';
import { atSetting } from '../../finding/sweep/cells.ts';
import { measureWords } from '../../finding/measure-words.ts';
import type { NameOf } from '../../finding/wording.ts';
import { corePixelValue } from '../../pixel-values.ts';
import type { ReportFigure } from '../document.ts';
import { regionName, sidePercent, valueName } from '../experiment-words.ts';
import type { CurvesDrawing, DotRow } from '../figure/drawing.ts';
import { countAxis, linearAxis, placesAxis } from '../../figure/axes.ts';
import { countOf } from '../cell-text.ts';
import { integer, perCent } from '../../number-text.ts';
import { indexCells, type GridCell } from '../../cell-index.ts';

interface Position {
  /** On the horizontal axis. */
  readonly x: number;
  /** "64 pixels" */
  readonly note: string;
  readonly at: GridCell;
}

function wrongPoint(cell: CellResult, { x, note }: Position, draws: number): FigurePoint | null {
  if (cell.accuracy === null || cell.interval === null) return null;
  const [low, high] = cell.interval;
  const ends: [number, number] = [100 * (1 - high), 100 * (1 - low)];
  return {
    x,
    y: 100 * (1 - cell.accuracy),
    interval: ends,
    text: `${perCent(1 - cell.accuracy)} %`,
    range: `${ends[0].toFixed(1)}–${ends[1].toFixed(1)}, ${countOf(cell.wrong, cell.eligible * draws)}`,
    note,
  };
}

function wrongSeries(
  result: SweepResult,
  nameOf: NameOf,
  positions: readonly Position[],
  cellAt: (model: string, at: GridCell) => CellResult | undefined,
): FigureSeries[] {
  return result.models.map(({ id }, index) => {
    const points = positions.flatMap((position): [number, FigurePoint][] => {
      const cell = cellAt(id, position.at);
      const point = cell && wrongPoint(cell, position, result.spec.draws);
      return point ? [[position.x, point]] : [];
    });
    return { id, name: nameOf(id), style: seriesStyle(index), points: new Map(points) };
  });
}

function wrongAxis(result: SweepResult): FigureAxis {
  const highs = result.cells.flatMap(({ interval }) =>
    interval === null ? [] : [100 * (1 - interval[0])],
  );
  const title = `${measureWords(result.spec).wrongShare}, %`;
  return linearAxis(title, [0, Math.max(1, ...highs)], [0, 100]);
}

function curves(
  result: SweepResult,
  nameOf: NameOf,
  x: FigureAxis,
  panels: readonly { readonly heading: string | null; readonly positions: readonly Position[] }[],
): CurvesDrawing {
  const cellAt = indexCells(result.cells);
  return {
    kind: 'curves',
    panels: panels.map(({ heading, positions }) => ({
      heading,
      series: wrongSeries(result, nameOf, positions, cellAt),
    })),
    positions: panels[0]?.positions.map((position) => position.x) ?? [],
    x,
    y: wrongAxis(result),
    legend: result.models.map(({ id }, index) => ({ name: nameOf(id), style: seriesStyle(index) })),
  };
}

const pixels = (count: number): string => `${integer(count)} ${count === 1 ? 'pixel' : 'pixels'}`;

const BARS = 'Bars or bands: 95 % intervals, pointwise.';

function countFigure(result: SweepResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const { counts, values, regions } = result.spec.grid;
  if (counts.length < 2) return [];
  const settings = values.flatMap((value) => regions.map((region) => ({ value, region })));
  const panels = settings.map(({ value, region }) => ({
    heading:
      settings.length === 1
        ? null
        : [
            ...(values.length > 1 ? [valueName(value)] : []),
            ...(regions.length > 1 ? [regionName(region)] : []),
          ].join(', '),
    positions: counts.map((count) => ({
      x: count,
      note: pixels(count),
      at: { count, value, region },
    })),
  }));
  const title = measureWords(result.spec).wrongShare;
  return [
    {
      kind: 'figure',
      id: `${prefix}by-count`,
      caption: `${title} against the number of changed pixels. ${BARS} Points of one count stand side by side.`,
      drawing: curves(result, nameOf, countAxis('Changed pixels, logarithmic', counts), panels),
    },
  ];
}

function settingFigures(result: SweepResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const { values, regions } = result.spec.grid;
  const at = result.ranking.cell;
  const title = measureWords(result.spec).wrongShare;
  const width = (value: (typeof values)[number]) => rangeFraction(corePixelValue(value));
  const byWidth = [...values].sort((a, b) => width(a) - width(b));
  const bySide = [...regions].sort((a, b) => b - a);
  const figures: ReportFigure[] = [];
  if (values.length > 1) {
    const positions = byWidth.map((value, x) => ({
      x,
      note: valueName(value),
      at: { ...at, value },
    }));
    const x = placesAxis('New values', byWidth.map(valueName));
    figures.push({
      kind: 'figure',
      id: `${prefix}by-value`,
      caption: `${title} against how far values change, with ${pixels(at.count)}, ${regionName(at.region)}. ${BARS}`,
      drawing: curves(result, nameOf, x, [{ heading: null, positions }]),
    });
  }
  if (regions.length > 1) {
    const positions = bySide.map((region, x) => ({
      x,
      note: regionName(region),
      at: { ...at, region },
    }));
    const x = placesAxis('Region, share of the side', bySide.map(sidePercent));
    figures.push({
      kind: 'figure',
      id: `${prefix}by-region`,
      caption: `${title} against the size of the centred region, with ${pixels(at.count)}, ${valueName(at.value)}. ${BARS}`,
      drawing: curves(result, nameOf, x, [{ heading: null, positions }]),
    });
  }
  return figures;
}

function px5Rows(result: SweepResult, nameOf: NameOf): DotRow[] {
  const { counts } = result.spec.grid;
  const here = atSetting(result.summary, result.ranking.cell);
  return result.models.flatMap(({ id }, index) => {
    const px5 = here.find(({ model }) => model === id)?.px5;
    if (px5 == null) return [];
    const at = px5.count ?? px5.censored;
    const [low, high] = px5.interval ?? [at, at];
    return [
      {
        id,
        name: nameOf(id),
        style: seriesStyle(index),
        estimate: at === null || low === null || high === null ? null : { at, low, high },
        text: formatCriticalCount(px5, counts),
      },
    ];
  });
}

function px5Figure(result: SweepResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  const { counts, values, regions } = result.spec.grid;
  const rows = px5Rows(result, nameOf);
  if (!hasCriticalCount(counts) || rows.length === 0) return [];
  const { value, region } = result.ranking.cell;
  const where =
    values.length * regions.length > 1 ? ` (${valueName(value)}, ${regionName(region)})` : '';
  return [
    {
      kind: 'figure',
      id: `${prefix}px5-dots`,
      caption: `PX5, the number of changed pixels at which 5 % of the eligible images are wrong${where}. Bars: 95 % intervals; an arrow goes on beyond the counts that were measured.`,
      drawing: {
        kind: 'dots',
        axis: countAxis('Changed pixels, logarithmic', counts),
        groups: [{ heading: null, rows }],
        reference: null,
      },
    },
  ];
}

/** The figures of a sweep: what its grid varies, and where 5 % go wrong. */
export function sweepFigures(result: SweepResult, nameOf: NameOf, prefix: string): ReportFigure[] {
  return [
    ...countFigure(result, nameOf, prefix),
    ...settingFigures(result, nameOf, prefix),
    ...px5Figure(result, nameOf, prefix),
  ];
}
