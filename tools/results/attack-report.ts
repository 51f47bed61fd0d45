import {
  attackResultSchema,
  type AttackOutcome,
  type AttackResult,
  type RecoveryCell,
  type Share,
} from '../../src/protocol/attack-result.ts';
import { markdownTable, percent, valueName } from './markdown.ts';

const OUTCOMES = ['restored', 'stillAdversarial', 'otherWrong'] as const;

function shareText({ share, interval }: Share): string {
  if (share === null || interval === null) return 'none';
  return `${percent(share)} (${percent(interval[0])}–${percent(interval[1])})`;
}

const strength = ({ epsilon, pixels }: Pick<AttackOutcome, 'epsilon' | 'pixels'>): string =>
  epsilon === null ? `${pixels} px` : `ε ${epsilon}`;

function successTable({ attacks }: AttackResult): string {
  const rows = attacks.map((attack) => [
    attack.model,
    strength(attack),
    `${attack.examples.count} of ${attack.eligible}`,
    shareText(attack.examples),
    `${attack.pi?.toFixed(2) ?? ''} (${attack.piInterval?.map((end) => end.toFixed(2)).join('–') ?? ''})`,
    attack.changedShare === null ? '' : percent(attack.changedShare),
    attack.zeroGradients === null ? '' : percent(attack.zeroGradients),
    String(attack.withoutGradient),
    attack.queries?.toFixed(0) ?? '',
  ]);
  return markdownTable(
    [
      'model',
      'attack',
      'examples',
      '% (95 %)',
      'Pi (95 %)',
      'pixels changed, %',
      'zero derivatives, %',
      'without gradient',
      'queries',
    ],
    rows,
  );
}

function recoveryTable(
  { attacks, cells, spec }: AttackResult,
  outcome: (typeof OUTCOMES)[number],
  isOfTable: (cell: RecoveryCell) => boolean,
): string {
  const { counts } = spec.grid;
  const rows = attacks.map((attack) => [
    attack.model,
    strength(attack),
    ...counts.map((count) => {
      const cell = cells.find(
        (each) =>
          isOfTable(each) &&
          each.model === attack.model &&
          each.epsilon === attack.epsilon &&
          each.count === count,
      );
      return cell === undefined ? '' : shareText(cell[outcome]);
    }),
  ]);
  return markdownTable([`${outcome}, % (95 %)`, 'attack', ...counts.map(String)], rows);
}

/** @param json content of an attack's result.json */
export function attackReport(json: unknown): string {
  const result = attackResultSchema.parse(json);
  const { values, regions } = result.spec.grid;
  const sections = values.flatMap((value) =>
    regions.flatMap((region) =>
      OUTCOMES.map((outcome) =>
        [
          `${valueName(value)}, region ${region}:`,
          '',
          recoveryTable(
            result,
            outcome,
            (cell) => cell.region === region && valueName(cell.value) === valueName(value),
          ),
        ].join('\n'),
      ),
    ),
  );
  return [`## ${result.spec.name}`, successTable(result), ...sections].join('\n\n');
}
