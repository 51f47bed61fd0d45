import type {
  RepairAttackResult,
  RepairDistanceResult,
  RepairResult,
} from '../../../protocol/repair-result.ts';
import { repairClaims } from '../../finding/repair/claims.ts';
import type { NameOf } from '../../finding/wording.ts';
import type { ReportTable, TableCell } from '../document.ts';
import { countOf, pCell, perCentInterval, type Interval } from '../cell-text.ts';
import { integer, lengthText, perCent } from '../../number-text.ts';
import { NONE } from '../sweep/sweep-tables.ts';
import { againstCell } from './repair-tables.ts';

function shareCell(share: number | null, interval: Interval, some: number, all: number): TableCell {
  if (share === null || interval === null) return [countOf(some, all)];
  return [perCent(share), perCentInterval(interval), countOf(some, all)];
}

const crafted = { original: 'made against the original', itself: 'made afresh' } as const;

/** "FGSM, ε 4, made afresh" */
export function attackLabel({ attack, epsilon, craftedOn }: RepairAttackResult): string {
  return `${attack.toUpperCase()}, ε\u00a0${epsilon}, ${crafted[craftedOn]}`;
}

/** Models under attack: what stays wrong of the examples, and what stays right of all images. */
export function attackTables(result: RepairResult, nameOf: NameOf, prefix: string): ReportTable[] {
  const rows = result.attacks ?? [];
  const labels = [...new Set(rows.map(attackLabel))];
  const models = [...new Set(rows.map(({ model }) => model))];
  if (rows.length === 0) return [];
  const columns = [
    { head: 'Model', align: 'start' as const },
    ...labels.map((head) => ({ head, align: 'end' as const })),
  ];
  const rowsOf = (cell: (row: RepairAttackResult) => TableCell) =>
    models.map((model) => [
      [nameOf(model)],
      ...labels.map((label) => {
        const row = rows.find((each) => each.model === model && attackLabel(each) === label);
        return row === undefined ? NONE : cell(row);
      }),
    ]);
  return [
    {
      kind: 'table',
      id: `${prefix}attack-fooled`,
      caption:
        'Wrong under attack, in %: of the examples that fool the original, and of the images that the attacked model has right.',
      columns,
      rows: rowsOf(({ rate, interval, fooled, examples }) =>
        shareCell(rate, interval, fooled, examples),
      ),
      notes: ['In brackets: 95 % interval. With a slash: wrong / examples or images.'],
    },
    {
      kind: 'table',
      id: `${prefix}attack-right`,
      caption: 'Right under attack, in % of all attacked images.',
      columns,
      rows: rowsOf(({ accuracy, accuracyInterval, correct, images }) =>
        shareCell(accuracy, accuracyInterval, correct, images),
      ),
      notes: ['In brackets: 95 % interval. With a slash: right / attacked.'],
    },
    {
      kind: 'table',
      id: `${prefix}attack-against`,
      caption: 'Answers that changed against the original under its own attack.',
      columns,
      rows: rowsOf(({ against }) => againstCell(against)),
      notes: ['+ mended, − spoilt; exact McNemar, then Holm over this table.'],
    },
  ];
}

const spaces = { feature: 'feature, exact', input: 'input, first order' } as const;

function summaryText({ median, q10, q90 }: RepairDistanceResult['before']): TableCell {
  return [lengthText(median), `${lengthText(q10)} … ${lengthText(q90)}`];
}

/** Distances to the decision boundary, before and after; null where none was measured. */
export function distanceTable(
  { distances }: RepairResult,
  nameOf: NameOf,
  prefix: string,
): ReportTable | null {
  if (distances === null || distances.length === 0) return null;
  return {
    kind: 'table',
    id: `${prefix}distances`,
    caption: 'Distance r to the decision boundary on held-out images, before and after.',
    columns: [
      { head: 'Model', align: 'start' },
      { head: 'Space', align: 'start' },
      { head: 'Farther than before, %', align: 'end' },
      { head: 'Equal', align: 'end' },
      { head: 'Sign test', align: 'end' },
      { head: 'Median r before', align: 'end' },
      { head: 'Median r after', align: 'end' },
    ],
    rows: distances.map((row) => [
      [nameOf(row.model)],
      [spaces[row.space]],
      shareCell(row.share, row.interval, row.larger, row.images),
      [integer(row.equal)],
      [`p ${pCell(row.p)}`, `Holm ${pCell(row.pHolm)}`],
      summaryText(row.before),
      summaryText(row.after),
    ]),
    notes: [
      'In brackets: 95 % interval; with a slash, farther / images. After a median: 10 % … 90 % quantile.',
    ],
  };
}

/** How each repaired model was trained. */
export function trainingTable(
  { repaired }: RepairResult,
  nameOf: NameOf,
  prefix: string,
): ReportTable {
  return {
    kind: 'table',
    id: `${prefix}training`,
    caption: 'Training of the repaired models.',
    columns: [
      { head: 'Model', align: 'start' },
      { head: 'Changed pixels', align: 'end' },
      { head: 'Samples', align: 'end' },
      { head: 'Free values', align: 'end' },
      { head: 'Epoch taken', align: 'end' },
      { head: 'Loss at it', align: 'end' },
      { head: 'Seconds', align: 'end' },
    ],
    rows: repaired.map((model) => {
      const loss = model.epochs.find(({ epoch }) => epoch === model.taken)?.loss;
      return [
        [nameOf(model.id)],
        [integer(model.count)],
        [integer(model.samples)],
        [integer(model.trainable)],
        [`${model.taken} of ${model.epochs.length}`],
        loss === undefined ? NONE : [loss.toPrecision(3)],
        [model.seconds.toFixed(1)],
      ];
    }),
    notes: ['Loss: mean cross-entropy over the samples of that epoch, in nats.'],
  };
}

const verdicts = {
  holds: 'holds',
  fails: 'does not hold',
  partly: 'partly',
  open: 'not decided',
  untested: 'not tested',
} as const;

/** The claims of the paper, and what this repair says of each. */
export function claimsTable(result: RepairResult, prefix: string): ReportTable {
  return {
    kind: 'table',
    id: `${prefix}claims`,
    caption: 'What the paper [1] claims of repair, and what these images say.',
    columns: [
      { head: 'Claim', align: 'start' },
      { head: 'Here', align: 'start' },
      { head: 'Because', align: 'start' },
    ],
    rows: repairClaims(result).map(({ claim, verdict, because }) => [
      [claim],
      [verdicts[verdict]],
      [because],
    ]),
    notes: [],
  };
}
