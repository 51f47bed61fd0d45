import type { CriticalCountResult, SweepResult } from '../../../protocol/result.ts';
import { formatCriticalCount, hasCriticalCount } from '../../finding/sweep/critical-count-text.ts';
import type { Setting } from '../../finding/sweep/cells.ts';
import type { NameOf } from '../../finding/wording.ts';
import { formatPixelValue } from '../../pixel-values.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { regionName, sidePercent, valueName } from '../experiment-words.ts';
import { columnTables } from './grid-tables.ts';
import { NONE } from './sweep-tables.ts';

const keyOf = ({ value, region }: Setting): string => `${formatPixelValue(value)} ${region}`;

/** "43" with its interval below, as text. */
export function criticalCell(px5: CriticalCountResult, counts: readonly number[]): TableCell {
  return formatCriticalCount(px5, counts).split(/ (?=\()/);
}

/** PX5 of every model, its values and regions in columns; none where it is not defined. */
export function px5Tables(result: SweepResult, nameOf: NameOf, prefix: string): ReportTable[] {
  const { counts, values, regions } = result.spec.grid;
  const found = new Map<string, CriticalCountResult>();
  for (const { model, px5, ...setting } of result.summary) {
    if (px5 !== null) found.set(`${model} ${keyOf(setting)}`, px5);
  }
  if (found.size === 0 || !hasCriticalCount(counts)) return [];
  const settings = values.flatMap((value) => regions.map((region) => ({ value, region })));
  const head = ({ value, region }: Setting): string =>
    [
      ...(values.length > 1 ? [valueName(value)] : []),
      ...(regions.length > 1 ? [sidePercent(region)] : []),
    ].join(', ') || 'PX5, pixels';
  const [first] = settings;
  const held = [
    ...(values.length === 1 && first ? [valueName(first.value)] : []),
    ...(regions.length === 1 && first ? [regionName(first.region)] : []),
  ];
  const along = [
    ...(values.length > 1 ? ['values'] : []),
    ...(regions.length > 1 ? ['share of the side'] : []),
  ].join(' and ');
  const by = along === '' ? '' : `, by ${along}`;
  return columnTables(
    settings.map((at) => ({ head: head(at), at })),
    {
      id: `${prefix}px5`,
      caption: `PX5, the changed pixels at which 5 % of the eligible images are wrong${by}${held.length === 0 ? '' : `; ${held.join(', ')}`}.`,
      notes: [
        `In brackets: 95 % interval. “over ${Math.max(...counts)}” and “under ${Math.min(...counts)}”: beyond the counts that were measured.`,
      ],
      rows: result.models.map(({ id }) => ({
        name: nameOf(id),
        cell: (at) => {
          const px5 = found.get(`${id} ${keyOf(at)}`);
          return px5 === undefined ? NONE : criticalCell(px5, counts);
        },
      })),
    },
  );
}
