import type {
  AttackOutcome,
  AttackResult,
  RecoveryCell,
  Share,
} from '../../../protocol/attack-result.ts';
import type { NameOf } from '../../finding/wording.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { countOf, figureInterval, perCentInterval } from '../cell-text.ts';
import { integer, perCent, smallFigure } from '../../number-text.ts';
import { gridSlices, sliceTables } from '../sweep/grid-tables.ts';
import { indexCells } from '../../cell-index.ts';
import { NONE } from '../sweep/sweep-tables.ts';

type Strength = AttackOutcome['epsilon'];

/** The strengths of an attack in the order of the result; null is the one of a search. */
export function strengthsOf({ attacks }: Pick<AttackResult, 'attacks'>): Strength[] {
  return [...new Set(attacks.map(({ epsilon }) => epsilon))];
}

/** "ε 8", or nothing for a search. */
export function strengthText(epsilon: Strength): string {
  return epsilon === null ? 'search' : `ε\u00a0${epsilon}`;
}

function shareCell({ count, share, interval }: Share, trials: number): TableCell {
  if (share === null || interval === null) return NONE;
  return [perCent(share), perCentInterval(interval), countOf(count, trials)];
}

function outcomeTable(
  result: AttackResult,
  nameOf: NameOf,
  parts: { id: string; caption: string; note: string; cell: (outcome: AttackOutcome) => TableCell },
): ReportTable {
  const strengths = strengthsOf(result);
  return {
    kind: 'table',
    id: parts.id,
    caption: parts.caption,
    columns: [
      { head: 'Model', align: 'start' },
      ...strengths.map((epsilon) => ({ head: strengthText(epsilon), align: 'end' as const })),
    ],
    rows: result.models.map(({ id }) => [
      [nameOf(id)],
      ...strengths.map((epsilon) => {
        const outcome = result.attacks.find(
          (each) => each.model === id && each.epsilon === epsilon,
        );
        return outcome === undefined ? NONE : parts.cell(outcome);
      }),
    ]),
    notes: [parts.note],
  };
}

/** How often examples were made, what that is as a Pixel-index, and what the attack did. */
export function successTables(result: AttackResult, nameOf: NameOf, prefix: string): ReportTable[] {
  return [
    outcomeTable(result, nameOf, {
      id: `${prefix}success`,
      caption: 'Adversarial examples, in % of the images attacked.',
      note: 'In brackets: 95 % interval. With a slash: examples / images attacked.',
      cell: ({ examples, eligible }) => shareCell(examples, eligible),
    }),
    outcomeTable(result, nameOf, {
      id: `${prefix}attack-pi`,
      caption: 'Pixel-index Pi of the attack.',
      note: 'In brackets: 95 % interval. Pi takes w as the share of examples; smaller is more robust.',
      cell: ({ pi, piInterval }) =>
        pi === null
          ? NONE
          : piInterval === null
            ? [smallFigure(pi)]
            : [smallFigure(pi), figureInterval(piInterval)],
    }),
    detailTable(result, nameOf, prefix),
  ];
}

function detailTable({ attacks }: AttackResult, nameOf: NameOf, prefix: string): ReportTable {
  const share = (value: number | null): TableCell => (value === null ? NONE : [perCent(value)]);
  return {
    kind: 'table',
    id: `${prefix}attack-details`,
    caption: 'What the attack changed.',
    columns: [
      { head: 'Model', align: 'start' },
      { head: 'Attack', align: 'start' },
      { head: 'Changed pixels, %', align: 'end' },
      { head: 'Largest |Δ|, levels', align: 'end' },
      { head: 'Gradients of 0, %', align: 'end' },
      { head: 'Images without gradient', align: 'end' },
      { head: 'Queries an image', align: 'end' },
    ],
    rows: attacks.map((each) => [
      [nameOf(each.model)],
      [strengthText(each.epsilon)],
      share(each.changedShare),
      [String(each.largestDelta)],
      share(each.zeroGradients),
      [integer(each.withoutGradient)],
      each.queries === null ? NONE : [integer(each.queries)],
    ]),
    notes: ['A byte whose derivative is exactly 0 stays as it is.'],
  };
}

const outcomes = [
  { key: 'restored', title: 'Restored to the true class' },
  { key: 'stillAdversarial', title: 'Still adversarial, in the same wrong class' },
  { key: 'otherWrong', title: 'Wrong in another way' },
] as const satisfies readonly { key: keyof RecoveryCell; title: string }[];

/** What random pixels make of the examples, for every strength and cell of the grid. */
export function recoveryTables(
  result: AttackResult,
  nameOf: NameOf,
  prefix: string,
): ReportTable[] {
  const { draws, grid } = result.spec;
  const of = draws === 1 ? 'examples' : 'examples × draws';
  const cellAt = indexCells(result.cells, ({ epsilon, model }) => `${epsilon} ${model}`);
  const own = result.measure === 'agreement' ? 'Restored to the answer before' : null;
  return outcomes.flatMap(({ key, title: usual }) => {
    const title = key === 'restored' ? (own ?? usual) : usual;
    return strengthsOf(result).flatMap((epsilon) =>
      gridSlices(grid).flatMap((slice) =>
        sliceTables(slice, {
          id: `${prefix}${key}-${epsilon ?? 'search'}`,
          caption: `${title}, in % of ${of}, by ${slice.along}; ${epsilon === null ? '' : `${strengthText(epsilon)}, `}${slice.held}.`,
          notes: [`In brackets: 95 % interval. With a slash: ${title.toLowerCase()} / ${of}.`],
          rows: result.models.map(({ id }) => ({
            name: nameOf(id),
            cell: (at) => {
              const cell = cellAt(`${epsilon} ${id}`, at);
              return cell === undefined ? NONE : shareCell(cell[key], cell.examples * draws);
            },
          })),
        }),
      ),
    );
  });
}
