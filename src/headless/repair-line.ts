import type { RepairSnapshot } from '../run/repair/repair-types.ts';
import { duration } from './progress-line.ts';

const STAGES = {
  'held-out': 'held-out images',
  'trained-on': 'training images',
  attacks: 'attacks',
  distances: 'distances',
};

function work({ evaluation, models }: RepairSnapshot): string {
  if (evaluation !== null) {
    return `judging by ${STAGES[evaluation.stage]}, ${evaluation.done} of ${evaluation.total}`;
  }
  const trained = models.filter(({ state }) => state === 'trained').length;
  const under = models.flatMap(({ state, count, epochs, facts }) =>
    state === 'training'
      ? [`${count} pixels: epoch ${epochs.length} of ${facts?.epochs ?? 0}`]
      : [],
  );
  return [`${trained} of ${models.length} trained`, ...under].join(', ');
}

/** What a repair is doing, in one line for a person. */
export function repairLine(snapshot: RepairSnapshot): string {
  const { secondsLeft, recoveries } = snapshot;
  const parts = [work(snapshot)];
  if (secondsLeft !== null) parts.push(`${duration(secondsLeft)} left`);
  const replaced = recoveries.length;
  if (replaced > 0) parts.push(`${replaced} worker${replaced === 1 ? '' : 's'} replaced`);
  return parts.join(', ');
}
