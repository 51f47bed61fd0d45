import { rangeFraction } from '../../../core/pixel-index.ts';
import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { indexCells } from '../../cell-index.ts';
import type { NameOf } from '../../finding/wording.ts';
import { integer } from '../../number-text.ts';
import { corePixelValue } from '../../pixel-values.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { cellText, NONE, piCell, wrongCell } from './sweep-tables.ts';

/** p, r and a of a cell, as fractions of the image and of the range of values. */
function factors(cell: CellResult, [height, width]: readonly [number, number]): TableCell[] {
  const [rows, columns] = cell.rect;
  const p = cell.count / (height * width);
  const a = (rows * columns) / (height * width);
  return [
    [(100 * p).toPrecision(3)],
    [rangeFraction(corePixelValue(cell.value)).toFixed(3)],
    [a.toFixed(3)],
  ];
}

/**
 * Pi of every model at the ranked cell with all that it is made of; null where Pi is not defined.
 */
export function indexTable(
  result: SweepResult,
  nameOf: NameOf,
  prefix: string,
): ReportTable | null {
  const { ranking, cells, models, spec } = result;
  if (result.eligibility === 'all') return null;
  const cellAt = indexCells(cells);
  return {
    kind: 'table',
    id: `${prefix}index`,
    caption: `Pixel-index Pi = w / (p · r · a) of every model at ${cellText(ranking.cell)}.`,
    columns: [
      { head: 'Model', align: 'start' },
      ...['Pixels', 'p, %', 'r', 'a', 'w, %', 'Pi'].map((head) => ({
        head,
        align: 'end' as const,
      })),
    ],
    rows: models.map(({ id, inputSize: [height, width] }) => {
      const cell = cellAt(id, ranking.cell);
      if (cell === undefined) return [[nameOf(id)], NONE, NONE, NONE, NONE, NONE, NONE];
      return [
        [nameOf(id)],
        [integer(cell.count)],
        ...factors(cell, [height, width]),
        wrongCell(cell, spec.draws),
        piCell(cell),
      ];
    }),
    notes: [
      'p: changed of all pixels; r: width of the range of values / 255; a: region of the image; w: wrong of the classifications. In brackets: 95 % interval. Smaller Pi is more robust.',
    ],
  };
}
