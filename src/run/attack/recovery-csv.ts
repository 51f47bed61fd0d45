import type { AttackResult, RecoveryCell, Share } from '../../protocol/attack-result.ts';
import { csvField } from '../../protocol/csv-field.ts';
import { formatPixelValue } from '../pixel-values.ts';

const OUTCOMES = ['restored', 'stillAdversarial', 'otherWrong'] as const;

const COLUMNS = [
  'model',
  'epsilon',
  'pixels',
  'count',
  'value',
  'region',
  'rectHeight',
  'rectWidth',
  'examples',
  ...OUTCOMES.flatMap((outcome) => [outcome, `${outcome}Share`, `${outcome}Low`, `${outcome}High`]),
  'meanAbsDelta',
];

const shareFields = ({ count, share, interval }: Share) => [
  count,
  share,
  ...(interval ?? [null, null]),
];

function cellLine(cell: RecoveryCell): string {
  const fields = [
    csvField(cell.model),
    cell.epsilon,
    cell.pixels,
    cell.count,
    formatPixelValue(cell.value),
    cell.region,
    ...cell.rect,
    cell.examples,
    ...OUTCOMES.flatMap((outcome) => shareFields(cell[outcome])),
    cell.meanAbsDelta,
  ];
  return `${fields.map((field) => field ?? '').join(',')}\n`;
}

/** The lines of cells.csv: the cells of an attack's result.json; empty where there is no number. */
export function* recoveryCsv({ cells }: Pick<AttackResult, 'cells'>): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const cell of cells) yield cellLine(cell);
}
