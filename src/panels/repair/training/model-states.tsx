import { pixelsOf, threeDigits } from '../../../run/number-text.ts';
import type { TrainingState } from '../../../run/repair/repair-types.ts';
import classes from './training-view.module.css';

/** What each model is doing, a line a model. */
export function ModelStates({ models }: { readonly models: readonly TrainingState[] }) {
  return (
    <ul className={classes.states}>
      {models.map((model) => (
        <li key={model.id} data-state={model.state}>
          {models.length > 1 && <strong>{pixelsOf(model.count)}</strong>}
          <span>{stateText(model)}</span>
        </li>
      ))}
    </ul>
  );
}

function stateText({ state, facts, ready, step, loss, best }: TrainingState): string {
  switch (state) {
    case 'waiting':
      return 'waiting for a worker';
    case 'preparing': {
      const share = facts === null ? 0 : ready / Math.max(1, facts.prepare);
      return `making the samples, ${Math.floor(100 * share)}\u00a0%`;
    }
    case 'training': {
      if (facts === null) return 'training';
      const epoch = Math.min(facts.epochs, Math.floor(step / facts.stepsPerEpoch) + 1);
      const parts = [
        `epoch ${epoch} of ${facts.epochs}`,
        ...(loss === null ? [] : [`loss ${threeDigits(loss)}`]),
        ...(best === null ? [] : [`best epoch ${best}`]),
      ];
      return parts.join(' · ');
    }
    case 'trained':
      return best === null ? 'trained' : `trained, best epoch ${best}`;
  }
}
