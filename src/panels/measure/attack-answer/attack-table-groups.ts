import {
  integer,
  percent,
  percentRange,
  smallFigure,
  smallFigureRange,
} from '../../../run/number-text.ts';
import type { TableEntry, TableGroup, TablePlace } from '../../../charts/table/table-types.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import type {
  AttackFigure,
  Outcome,
  PinnedAttack,
} from '../../../state/attack-answer/attack-view-store.ts';
import { epsilonsOf } from '../../../run/attack/attack-names.ts';
import { regionName, valueName } from '../answer/curve/setting-names.ts';
import type { AttackEstimate, RecoveryEstimate } from './recovery-estimate.ts';
import { strengthOf, strengthsOf, successNote } from './success-panels.ts';
import type { ShownAttack } from './use-shown-attack.ts';

function recoveryEntry(cell: RecoveryEstimate, outcome: Outcome, seed: number): TableEntry | null {
  const { count, share, interval } = cell[outcome];
  if (share === null) return null;
  return {
    text: percent(share),
    detail: interval === null ? `of ${integer(cell.examples)}` : `(${percentRange(interval)})`,
    note: `${integer(count)} of ${integer(cell.examples)} examples, seed ${seed}`,
  };
}

function settingsOf({ spec, attack }: ShownAttack) {
  const { values, regions } = spec.grid;
  const epsilons = attack.kind === 'one-pixel' ? [null] : epsilonsOf(attack);
  return epsilons.flatMap((epsilon) =>
    values.flatMap((value) =>
      regions.map((region) => {
        const parts = [
          ...(epsilons.length > 1 ? [`ε ${epsilon}`] : []),
          ...(values.length > 1 ? [valueName(value)] : []),
          ...(regions.length > 1 ? [regionName(region)] : []),
        ];
        const heading = parts.length === 0 ? null : parts.join(', ');
        return { epsilon, value, region, heading };
      }),
    ),
  );
}

type Key = Pick<RecoveryEstimate, 'epsilon' | 'value' | 'region'>;

function keyOf({ epsilon, value, region }: Key): string {
  return `${epsilon} ${formatPixelValue(value)} ${region}`;
}

/** Rows of one outcome: a group an attack and setting, a row a count, an entry a model. */
export function recoveryGroups(shown: ShownAttack, outcome: Outcome): readonly TableGroup[] {
  const { spec, cells } = shown;
  const known = new Map(cells.map((cell) => [`${cell.model} ${cell.count} ${keyOf(cell)}`, cell]));
  const models = spec.models.map(specModelId);
  const counts = [...spec.grid.counts].sort((a, b) => a - b);
  return settingsOf(shown).map(({ heading, ...setting }) => ({
    id: keyOf(setting),
    heading,
    rows: counts.map((count) => ({
      x: count,
      entries: models.map((model) => {
        const cell = known.get(`${model} ${count} ${keyOf(setting)}`);
        return cell === undefined ? null : recoveryEntry(cell, outcome, spec.seed);
      }),
    })),
  }));
}

/** The cell of an entry, and the outcome that the table shows. */
export function exampleCellOf(
  { group, column, x }: TablePlace,
  shown: ShownAttack,
  outcome: Outcome,
): PinnedAttack | null {
  const setting = settingsOf(shown).find((each) => keyOf(each) === group);
  if (setting === undefined) return null;
  const { epsilon, value, region } = setting;
  return { model: column, count: x, epsilon, value, region, outcome };
}

export function tablePlaceOfExamples(cell: PinnedAttack | null): TablePlace | null {
  return cell && { group: keyOf(cell), column: cell.model, x: cell.count };
}

function attackEntry(each: AttackEstimate, figure: AttackFigure, seed: number): TableEntry | null {
  const note = successNote(each, seed);
  const { examples, eligible, pi = null, piInterval = null, zeroGradients = null } = each;
  switch (figure) {
    case 'success': {
      const { share, interval } = examples;
      if (share === null) return null;
      const detail = interval === null ? `of ${integer(eligible)}` : `(${percentRange(interval)})`;
      return { text: percent(share), detail, note };
    }
    case 'pi':
      if (pi === null) return null;
      return {
        text: smallFigure(pi),
        detail: piInterval === null ? '' : `(${smallFigureRange(piInterval)})`,
        note,
      };
    case 'zeros': {
      if (zeroGradients === null) return null;
      const none = each.withoutGradient ?? 0;
      const detail = none === 0 ? '' : `${integer(none)} without any`;
      return { text: percent(zeroGradients), detail, note };
    }
  }
}

/** Rows of the attack itself: a row a strength, an entry a model. */
export function attackGroups(
  { spec, attack, attacks }: ShownAttack,
  figure: AttackFigure,
): readonly TableGroup[] {
  const models = spec.models.map(specModelId);
  const rows = strengthsOf(attack).map((strength) => ({
    x: strength,
    entries: models.map((id) => {
      const each = attacks.find((one) => one.model === id && strengthOf(one) === strength);
      return each === undefined ? null : attackEntry(each, figure, spec.seed);
    }),
  }));
  return [{ id: 'attacks', heading: null, rows }];
}
