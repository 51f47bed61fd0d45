import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { measureWords } from '../../finding/measure-words.ts';
import { rankedModels, uncomparedText } from '../../finding/sweep/uncompared.ts';
import { listOf, type NameOf } from '../../finding/wording.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { regionName, valueName } from '../experiment-words.ts';
import { countOf, figureInterval, pCell, perCentInterval } from '../cell-text.ts';
import { integer, perCent, smallFigure } from '../../number-text.ts';
import { gridSlices, sliceTables, type GridSlice } from './grid-tables.ts';
import { indexCells, type GridCell } from '../../cell-index.ts';

export const NONE: TableCell = ['–'];

/** Wrong classifications in per cent, with interval and counts. */
export function wrongCell(
  { accuracy, interval, wrong, eligible }: CellResult,
  draws: number,
): TableCell {
  if (accuracy === null || interval === null) return NONE;
  const [low, high] = interval;
  return [
    perCent(1 - accuracy),
    perCentInterval([1 - high, 1 - low]),
    countOf(wrong, eligible * draws),
  ];
}

/** The Pixel-index with its interval. */
export function piCell({ pi, piInterval }: CellResult): TableCell {
  if (pi === null) return NONE;
  return piInterval === null ? [smallFigure(pi)] : [smallFigure(pi), figureInterval(piInterval)];
}

type CellAt = (model: string, at: GridCell) => CellResult | undefined;

/** "64 × 64 of 64 × 64 pixels", from the smallest rectangle to the largest where columns differ. */
function rectText({ models }: SweepResult, cellAt: CellAt, { columns }: GridSlice): string {
  const sizes = models.flatMap(({ id, inputSize: [height, width] }) => {
    const sides = columns.flatMap(({ at }) => cellAt(id, at)?.rect.join(' × ') ?? []);
    const [first] = sides;
    const last = sides.at(-1);
    if (first === undefined || last === undefined) return [];
    const range = first === last ? first : `${first} … ${last}`;
    return [`${range} of ${height} × ${width} pixels`];
  });
  return listOf([...new Set(sizes)]);
}

function gridTables(
  result: SweepResult,
  nameOf: NameOf,
  prefix: string,
  what: { id: string; title: string; note: string; cell: (cell: CellResult) => TableCell },
): ReportTable[] {
  const cellAt = indexCells(result.cells);
  return gridSlices(result.spec.grid).flatMap((slice) =>
    sliceTables(slice, {
      id: `${prefix}${what.id}`,
      caption: `${what.title} by ${slice.along}; ${slice.held} (${rectText(result, cellAt, slice)}).`,
      notes: [what.note],
      rows: result.models.map(({ id }) => ({
        name: nameOf(id),
        cell: (at: GridCell) => {
          const cell = cellAt(id, at);
          return cell === undefined ? NONE : what.cell(cell);
        },
      })),
    }),
  );
}

/** Wrong classifications with intervals and denominators, for every cell of the grid. */
export function wrongTables(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable[] {
  const { draws } = result.spec;
  const words = measureWords(result.spec);
  const of = result.eligibility === 'all' ? 'images' : 'eligible images';
  return gridTables(result, nameOf, prefix, {
    id: 'wrong',
    title: `${words.wrongShare}, in % of ${draws === 1 ? of : `${of} × draws`},`,
    note: `In brackets: 95 % interval. With a slash: ${words.wrong} / classified.`,
    cell: (cell) => wrongCell(cell, draws),
  });
}

/** Pixel-index of every cell; none where it is not defined, or where there is one cell alone. */
export function piTables(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable[] {
  const { counts, values, regions } = result.spec.grid;
  if (result.eligibility === 'all' || counts.length * values.length * regions.length === 1) {
    return [];
  }
  return gridTables(result, nameOf, prefix, {
    id: 'pi',
    title: 'Pixel-index Pi',
    note: 'In brackets: 95 % interval. Smaller is more robust; compare within a column only.',
    cell: piCell,
  });
}

/** What the changes amount to in bytes. */
export function deltaTables(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable[] {
  return gridTables(result, nameOf, prefix, {
    id: 'delta',
    title: 'Mean |Δ| of the changed channels, in levels of 0 … 255,',
    note: 'After clipping; a chosen pixel counts whatever its new value is.',
    cell: ({ meanAbsDelta }) => (meanAbsDelta === null ? NONE : [meanAbsDelta.toFixed(1)]),
  });
}

/** Models, their sizes, and what they get right unchanged. */
export function modelTable(
  { models, clean, eligible }: Pick<SweepResult, 'models' | 'clean' | 'eligible'>,
  nameOf: NameOf,
  prefix: string,
): ReportTable {
  return {
    kind: 'table',
    id: `${prefix}models`,
    caption: 'Models, and the unchanged images that they classify correctly.',
    columns: [
      { head: 'Model', align: 'start' },
      { head: 'Input, pixels', align: 'end' },
      { head: 'Correct unchanged', align: 'end' },
      { head: 'in %', align: 'end' },
      { head: 'Eligible images', align: 'end' },
    ],
    rows: models.map(({ id, inputSize: [height, width] }) => {
      const { images = 0, correct = null } = clean[id] ?? {};
      return [
        [nameOf(id)],
        [`${height} × ${width}`],
        correct === null ? ['no labels'] : [countOf(correct, images)],
        correct === null || images === 0 ? NONE : [perCent(correct / images)],
        [integer(eligible[id] ?? 0)],
      ];
    }),
    notes: [],
  };
}

/** "64 pixels, random values, whole image" */
export function cellText({ count, value, region }: GridCell): string {
  return `${integer(count)} ${count === 1 ? 'pixel' : 'pixels'}, ${valueName(value)}, ${regionName(region)}`;
}

/** The models by rank, with what they are not told apart from. */
export function rankingTable(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable {
  const { ranking, cells, spec } = result;
  const ranked = rankedModels(result);
  const placeOf = ({ model, rank }: { model: string; rank: number }) =>
    ranked.has(model) ? rank : Infinity;
  const rows = [...ranking.models].sort((a, b) => placeOf(a) - placeOf(b) || 0);
  const cellAt = indexCells(cells);
  return {
    kind: 'table',
    id: `${prefix}ranking`,
    caption: `Ranking at ${cellText(ranking.cell)}.`,
    columns: [
      { head: 'Model', align: 'start' },
      { head: 'Rank', align: 'end' },
      { head: 'Wrong, %', align: 'end' },
      ...(result.eligibility === 'all' ? [] : [{ head: 'Pi', align: 'end' as const }]),
      { head: 'Not told apart from', align: 'start' },
    ],
    rows: rows.map(({ model, rank, tiedWith }) => {
      const cell = cellAt(model, ranking.cell);
      return [
        [nameOf(model)],
        ranked.has(model) ? [String(rank)] : NONE,
        cell === undefined ? NONE : wrongCell(cell, spec.draws),
        ...(result.eligibility === 'all' ? [] : [cell === undefined ? NONE : piCell(cell)]),
        [tiedWith.length === 0 ? '–' : listOf(tiedWith.map(nameOf))],
      ];
    }),
    notes: [
      'Rank = 1 + number of models that are significantly better. Ties are pairs, not groups.',
    ],
  };
}

/** Every paired test at the ranked cell. */
export function pairTable(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable | null {
  const { ranking, spec } = result;
  if (ranking.pairs.length === 0) return null;
  return {
    kind: 'table',
    id: `${prefix}pairs`,
    caption: `Paired tests at ${cellText(ranking.cell)}: ${spec.draws === 1 ? 'exact McNemar' : 'sign-flip test by image'}, Holm over all pairs.`,
    columns: [
      { head: 'Models', align: 'start' },
      { head: 'p', align: 'end' },
      { head: 'p, Holm', align: 'end' },
      { head: 'At 5 %', align: 'start' },
    ],
    rows: ranking.pairs.map(({ a, b, p, pHolm }) => [
      [`${nameOf(a)} and ${nameOf(b)}`],
      [pCell(p)],
      [pCell(pHolm)],
      [pHolm === null ? 'not compared' : pHolm <= 0.05 ? 'differ' : 'not told apart'],
    ]),
    notes: uncomparedText(result),
  };
}
