import { useStore } from 'zustand';
import { duration, integer } from '../../../run/number-text.ts';
import type { EvaluationState, RepairSnapshot } from '../../../run/repair/repair-types.ts';
import { isRepairing, repairStore, type RepairState } from '../../../state/repair/repair-store.ts';
import { ProgressView } from '../../shared/run/progress-view.tsx';

const headings: Readonly<Record<RepairState['phase'], string>> = {
  idle: 'Not started',
  opened: 'Opened from a file',
  opening: 'Opening the model',
  training: 'Training',
  evaluating: 'Judging',
  paused: 'Paused',
  done: 'Finished',
  cancelled: 'Cancelled',
  failed: 'Stopped',
};

const stages: Readonly<Record<EvaluationState['stage'], string>> = {
  'held-out': 'held-out test images',
  'trained-on': 'the images that were trained on',
  attacks: 'attacks',
  distances: 'distances to the decision boundary',
};

/** How far the repair is; nothing before the first. */
export function RepairProgress() {
  const state = useStore(repairStore);
  const { phase, snapshot } = state;
  if (phase === 'idle') return null;
  return (
    <ProgressView
      heading={headings[phase]}
      count={snapshot !== null && isRepairing(phase) ? countText(snapshot) : null}
      share={phase === 'done' ? 1 : (snapshot?.progress ?? 0)}
      label="Repair done"
      isActive={phase === 'training' || phase === 'evaluating' || phase === 'opening'}
      detail={detailText(state)}
      recoveries={snapshot?.recoveries ?? []}
    />
  );
}

/** "Epoch 12 of 20", or how many models are trained where there are several. */
function countText({ models, evaluation }: RepairSnapshot): string | null {
  if (evaluation !== null) {
    return evaluation.total === 0
      ? null
      : `${integer(evaluation.done)} of ${integer(evaluation.total)}`;
  }
  const trained = models.filter(({ state }) => state === 'trained').length;
  if (models.length > 1) return `${trained} of ${models.length} models trained`;
  const [only] = models;
  if (only?.facts == null || only.state !== 'training') return null;
  const { stepsPerEpoch, epochs } = only.facts;
  return `Epoch ${Math.min(epochs, Math.floor(only.step / stepsPerEpoch) + 1)} of ${epochs}`;
}

function left({ secondsLeft }: RepairSnapshot): string {
  return secondsLeft === null ? 'measuring the speed' : `${duration(secondsLeft)} left`;
}

function preparing({ models }: RepairSnapshot): string {
  const under = models.filter(({ state }) => state === 'preparing' || state === 'training');
  return under.length > 0 && under.every(({ state }) => state === 'preparing')
    ? ' · making the samples'
    : '';
}

function detailText({ phase, step, snapshot, models }: RepairState): string {
  switch (phase) {
    case 'idle':
    case 'opened':
    case 'failed':
      return '';
    case 'opening':
      return step;
    case 'training':
      return snapshot === null ? '' : `${left(snapshot)}${preparing(snapshot)}`;
    case 'evaluating': {
      if (snapshot === null) return '';
      const { evaluation } = snapshot;
      return evaluation === null
        ? left(snapshot)
        : `${left(snapshot)} · ${stages[evaluation.stage]}`;
    }
    case 'paused':
      return 'Nothing is lost. Cancel now would keep the best weights so far.';
    case 'done':
      return snapshot === null ? '' : `In ${duration(snapshot.secondsElapsed)}`;
    case 'cancelled':
      return models.length === 0
        ? 'No model had been judged once, so none is kept.'
        : `The best weights so far are kept: ${models.length === 1 ? 'one model' : `${models.length} models`}.`;
  }
}
