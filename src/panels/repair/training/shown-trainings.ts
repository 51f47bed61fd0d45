import type { RepairResult } from '../../../protocol/repair-result.ts';
import type { TrainingState } from '../../../run/repair/repair-types.ts';

/** Trainings that are over, as a result tells them. */
export function trainingsOf({ spec, repaired }: RepairResult): readonly TrainingState[] {
  return repaired.map(({ id, count, epochs, taken }) => ({
    id,
    count,
    state: 'trained',
    facts: null,
    ready: 0,
    step: 0,
    loss: null,
    epochs,
    best: spec.repair?.take === 'best' ? taken : null,
  }));
}
