import { integer } from '../../../../run/number-text.ts';
import { Choice } from '../../../shared/controls/choice.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import { useDraft } from '../use-draft.ts';

const stops = [1, 2, 5, 10, 20, 50, 100] as const;

const takes = [
  { value: 'best', title: 'Keep the best epoch' },
  { value: 'last', title: 'Keep the last epoch' },
] as const;

/** How often each sample is seen, and which weights are kept. */
export function EpochsControl() {
  const { repair, set } = useDraft();
  const { epochs, take, validationImages } = repair;
  const choose = (next: number) => set({ epochs: next });

  return (
    <div className={classes.control}>
      <NumberField
        label="Epochs"
        value={epochs}
        min={1}
        max={1000}
        onValue={choose}
        slider={
          <StopSlider label="Epochs on a scale" stops={stops} value={epochs} onValue={choose} />
        }
      />
      <Choice
        label="Weights that are kept"
        name="take"
        options={takes}
        isChosen={(value) => value === take}
        onChoose={(value) => set({ take: value })}
      />
      <p className={classes.hint}>
        In one epoch every sample is seen once. After each, {integer(validationImages)} validation
        images are classified, unchanged and changed; the best epoch has the most of both right.
      </p>
    </div>
  );
}
