import { integer, pixelsOf, smallFigure, threeDigits } from '../../../../run/number-text.ts';
import type { TrackEntry, Tracks } from '../../../../charts/tracks/track-types.ts';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import { rankCellOf } from '../../../../run/plan.ts';
import {
  formatCriticalCount,
  hasCriticalCount,
} from '../../../../run/finding/sweep/critical-count-text.ts';
import { atCell, settingKey, type TestCell } from '../../../../run/finding/repair/test-cells.ts';
import { plainEntry } from '../figures.ts';
import type { ResultView } from '../view.ts';

/** Figures of one column with equally many decimals, as far as they go. */
export function piText(pi: number): string {
  return pi === 0 || pi >= 0.1 ? threeDigits(pi) : smallFigure(pi);
}

function piEntry(table: RepairTable, cell: TestCell, model: string): TrackEntry | null {
  const row = atCell(table, cell, model);
  if (row === null || row.pi === null) return null;
  const { pi, piInterval, wrong, eligible } = row;
  return {
    value: pi,
    interval: piInterval,
    text: piText(pi),
    detail: piInterval === null ? '' : `(${piInterval.map(piText).join('–')})`,
    below: `${integer(wrong)} of ${integer(eligible * table.draws)} wrong`,
    mark: null,
  };
}

/** PX5, and Pi at the smallest and the judged count, before and after; null where neither is defined. */
export function indexTracks(
  table: RepairTable,
  { result, nameOf, styleOf }: ResultView,
): Tracks | null {
  const judged = rankCellOf(result.spec);
  const { counts } = result.spec.grid;
  const least = { ...judged, count: Math.min(...counts) };
  const cells = least.count === judged.count ? [judged] : [least, judged];
  const models = table.clean.map(({ model }) => model);
  const hasPx5 = hasCriticalCount(counts);
  const key = settingKey(judged);
  const px5Of = (model: string) =>
    table.px5.find((row) => row.model === model && settingKey(row) === key)?.px5 ?? null;
  const rows = models.map((model) => {
    const px5 = px5Of(model);
    return {
      id: model,
      name: nameOf(model),
      style: styleOf(model),
      entries: [
        ...(hasPx5 ? [px5 === null ? null : plainEntry(formatCriticalCount(px5, counts))] : []),
        ...cells.map((cell) => piEntry(table, cell, model)),
      ],
    };
  });
  if (rows.every(({ entries }) => entries.every((entry) => entry === null))) return null;
  const before = hasPx5 ? 1 : 0;
  const most = (column: number) =>
    Math.max(...rows.map(({ entries }) => entries[column]?.interval?.[1] ?? 0));
  return {
    rowHead: 'Model',
    columns: [
      ...(hasPx5 ? [{ id: 'px5', head: 'PX5, pixels', domain: null, reference: null }] : []),
      ...cells.map(({ count }, at) => ({
        id: `pi ${count}`,
        head: `Pi at ${pixelsOf(count)} (axis 0–${piText(most(at + before))})`,
        domain: [0, most(at + before) || 1] as const,
        reference: null,
      })),
    ],
    groups: [{ id: 'index', heading: null, rows }],
  };
}
