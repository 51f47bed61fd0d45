import type { RecoveryCell } from '../../protocol/attack-result.ts';
import type { Cell } from '../plan.ts';
import { NOT_DONE } from '../predictions.ts';
import type { AttackArm } from './attack-arms.ts';
import { recoveryOf } from './recovery-counts.ts';
import { meanAt, shareOf } from './shares.ts';

/** What became of the examples of an attack at one cell: by example, draws of each outcome. */
export interface CellHits {
  readonly arm: AttackArm;
  readonly cell: Cell;
  readonly restored: Uint16Array;
  readonly stillAdversarial: Uint16Array;
  readonly otherWrong: Uint16Array;
}

export function cellHits(arm: AttackArm, cell: Cell, draws: number): CellHits {
  const found = arm.examples.map((image) =>
    recoveryOf(
      arm.detail,
      image,
      cell.index,
      draws,
      arm.labels[image] ?? NOT_DONE,
      arm.adversarial[image] ?? NOT_DONE,
    ),
  );
  return {
    arm,
    cell,
    restored: Uint16Array.from(found, (each) => each.restored),
    stillAdversarial: Uint16Array.from(found, (each) => each.stillAdversarial),
    otherWrong: Uint16Array.from(found, (each) => each.otherWrong),
  };
}

/** @param totals bootstrap totals of the misses of the three outcomes, where there are several draws */
export function recoveryCell(
  { arm, cell, restored, stillAdversarial, otherWrong }: CellHits,
  draws: number,
  totals: readonly Uint32Array[] = [],
): RecoveryCell {
  const { model, setting, detail, examples } = arm;
  const rect = model.rects[cell.index];
  if (!rect) throw new RangeError('a cell of another run');
  const delta = detail.absDelta[cell.index] ?? [];
  return {
    model: model.id,
    epsilon: setting.epsilon,
    pixels: setting.pixels,
    count: cell.count,
    value: cell.value,
    region: cell.region,
    rect: [rect.height, rect.width],
    examples: examples.length,
    restored: shareOf(restored, draws, totals[0]),
    stillAdversarial: shareOf(stillAdversarial, draws, totals[1]),
    otherWrong: shareOf(otherWrong, draws, totals[2]),
    meanAbsDelta: examples.length === 0 ? null : meanAt(delta, examples) / (3 * cell.count * draws),
  };
}
