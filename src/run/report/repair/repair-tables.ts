import type { RepairResult, RepairTable } from '../../../protocol/repair-result.ts';
import { hasCriticalCount } from '../../finding/sweep/critical-count-text.ts';
import { settingsOf, type TestSetting } from '../../finding/repair/test-cells.ts';
import type { NameOf } from '../../finding/wording.ts';
import { samePixelValue } from '../../pixel-values.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { regionName, valueName } from '../experiment-words.ts';
import { countOf, figureInterval, pCell, perCentInterval } from '../cell-text.ts';
import { integer, perCent, smallFigure } from '../../number-text.ts';
import { indexCells } from '../../cell-index.ts';
import { criticalCell } from '../sweep/px5-table.ts';
import { NONE } from '../sweep/sweep-tables.ts';

type Row = RepairTable['clean'][number] | RepairTable['cells'][number];
type Against = Row['against'];

/** One of the tables of original and repaired models, and what to call it. */
export interface NamedTable {
  readonly id: string;
  readonly table: RepairTable;
  /** "held-out images" */
  readonly images: string;
}

function shareCell({ accuracy, interval, correct, images }: Row, draws: number): TableCell {
  if (accuracy === null) return NONE;
  const below = countOf(correct, images * draws);
  return interval === null
    ? [perCent(accuracy), below]
    : [perCent(accuracy), perCentInterval(interval), below];
}

/** "+3 −1", with p before and after Holm. */
export function againstCell(against: Against): TableCell {
  if (against === null) return NONE;
  const { mended, spoilt, p, pHolm } = against;
  return [`+${mended} −${spoilt}`, `p ${pCell(p)}`, `Holm ${pCell(pHolm)}`];
}

function settingText({ value, region }: TestSetting): string {
  return `${valueName(value)}, ${regionName(region)}`;
}

/** Original and repaired models against the counts that they are judged at; one table a setting. */
function byCount(
  { id, table }: NamedTable,
  nameOf: NameOf,
  parts: {
    readonly id: string;
    readonly caption: (setting: string) => string;
    readonly note: string;
    readonly models: readonly string[];
    readonly hasClean: boolean;
    readonly cell: (row: Row) => TableCell;
    readonly last?: {
      readonly head: string;
      readonly cell: (model: string, at: TestSetting) => TableCell;
    };
  },
): ReportTable[] {
  const cellAt = indexCells(table.cells);
  return settingsOf(table).map((setting, index) => {
    const isHere = (each: TestSetting) =>
      each.region === setting.region && samePixelValue(each.value, setting.value);
    const cells = table.cells.filter(isHere);
    const counts = [...new Set(cells.map(({ count }) => count))];
    const { last } = parts;
    return {
      kind: 'table' as const,
      id: `${id}-${parts.id}${index === 0 ? '' : `-${index + 1}`}`,
      caption: parts.caption(settingText(setting)),
      columns: [
        { head: 'Model', align: 'start' as const },
        ...(parts.hasClean ? [{ head: 'unchanged', align: 'end' as const }] : []),
        ...counts.map((count) => ({ head: integer(count), align: 'end' as const })),
        ...(last === undefined ? [] : [{ head: last.head, align: 'end' as const }]),
      ],
      rows: parts.models.map((model) => {
        const clean = table.clean.find((row) => row.model === model);
        return [
          [nameOf(model)],
          ...(parts.hasClean ? [clean === undefined ? NONE : parts.cell(clean)] : []),
          ...counts.map((count) => {
            const cell = cellAt(model, { ...setting, count });
            return cell === undefined ? NONE : parts.cell(cell);
          }),
          ...(last === undefined ? [] : [last.cell(model, setting)]),
        ];
      }),
      notes: [parts.note],
    };
  });
}

/** What the original and the repaired models get right, and which answers changed. */
export function accuracyTables(
  named: NamedTable,
  result: RepairResult,
  nameOf: NameOf,
): ReportTable[] {
  const { table, images } = named;
  const all = table.clean.map(({ model }) => model);
  const repaired = all.filter((model) => model !== result.original.id);
  const of =
    table.draws === 1
      ? `all ${integer(table.images)} ${images}`
      : `${integer(table.images)} ${images} × ${table.draws} draws`;
  return [
    ...byCount(named, nameOf, {
      id: 'right',
      caption: (setting) => `Right, in % of ${of}, by changed pixels; ${setting}.`,
      note: 'In brackets: 95 % interval. With a slash: right / classified.',
      models: all,
      hasClean: true,
      cell: (row) => shareCell(row, 'count' in row ? table.draws : 1),
    }),
    ...byCount(named, nameOf, {
      id: 'against',
      caption: (setting) =>
        `Answers that changed against the original, on ${of}, by changed pixels; ${setting}.`,
      note: `+ mended, − spoilt; ${table.draws === 1 ? 'exact McNemar' : 'sign-flip test by image'}, then Holm over all comparisons on these images.`,
      models: repaired,
      hasClean: true,
      cell: ({ against }) => againstCell(against),
    }),
  ];
}

/** Pixel-index and PX5 of the original and the repaired models. */
export function indexTables(named: NamedTable, nameOf: NameOf): ReportTable[] {
  const { table, images } = named;
  if (table.cells.every(({ pi }) => pi === null)) return [];
  const counts = [...new Set(table.cells.map(({ count }) => count))];
  const hasPx5 = table.px5.length > 0 && hasCriticalCount(counts);
  const px5 = (model: string, at: TestSetting) =>
    table.px5.find(
      (row) =>
        row.model === model && row.region === at.region && samePixelValue(row.value, at.value),
    )?.px5 ?? null;
  return byCount(named, nameOf, {
    id: 'pi',
    caption: (setting) =>
      `Pixel-index Pi${hasPx5 ? ' and PX5' : ''} on the eligible ${images}, by changed pixels; ${setting}.`,
    note: 'In brackets: 95 % interval. With a slash: wrong / eligible × draws.',
    models: table.clean.map(({ model }) => model),
    hasClean: false,
    cell: (row) => {
      if (!('pi' in row) || row.pi === null) return NONE;
      const below = countOf(row.wrong, row.eligible * table.draws);
      return row.piInterval === null
        ? [smallFigure(row.pi), below]
        : [smallFigure(row.pi), figureInterval(row.piInterval), below];
    },
    ...(!hasPx5
      ? {}
      : {
          last: {
            head: 'PX5, pixels',
            cell: (model, at) => {
              const found = px5(model, at);
              return found === null ? NONE : criticalCell(found, counts);
            },
          },
        }),
  });
}
