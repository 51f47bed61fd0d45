import { Choice } from '../../../shared/controls/choice.tsx';
import { DecimalField } from '../../../shared/controls/decimal-field.tsx';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import controls from '../../../shared/controls/controls.module.css';
import { useDraft } from '../use-draft.ts';
import classes from './more-settings.module.css';

const optimisers = [
  { value: 'sgd', title: 'SGD with momentum' },
  { value: 'adam', title: 'Adam' },
] as const;

const schedules = [
  { value: 'constant', title: 'Constant rate' },
  { value: 'cosine', title: 'Cosine down to 0' },
] as const;

/** How the weights are moved. */
export function TrainingSettings() {
  const { repair, set } = useDraft();
  return (
    <fieldset className={classes.group} aria-label="Training">
      <h3 className={classes.title}>Training</h3>
      <Choice
        label="Optimiser"
        name="optimiser"
        options={optimisers}
        isChosen={(value) => value === repair.optimiser}
        onChoose={(value) => set({ optimiser: value })}
      />
      <Choice
        label="Schedule"
        name="schedule"
        options={schedules}
        isChosen={(value) => value === repair.schedule}
        onChoose={(value) => set({ schedule: value })}
      />
      <div className={classes.pair}>
        <DecimalField
          label="Learning rate"
          value={repair.learningRate}
          above={0}
          to={10}
          onValue={(learningRate) => set({ learningRate })}
        />
        <DecimalField
          label="Weight decay"
          value={repair.weightDecay}
          from={0}
          to={1}
          onValue={(weightDecay) => set({ weightDecay })}
        />
        <NumberField
          label="Samples a step (batch)"
          value={repair.batch}
          min={1}
          max={1024}
          onValue={(batch) => set({ batch })}
        />
        {repair.optimiser === 'sgd' && (
          <DecimalField
            label="Momentum"
            value={repair.momentum}
            from={0}
            to={0.999}
            onValue={(momentum) => set({ momentum })}
          />
        )}
      </div>
      <p className={controls.hint}>The paper trains at a learning rate of 0.001.</p>
    </fieldset>
  );
}
