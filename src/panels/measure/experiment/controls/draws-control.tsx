import { useStore } from 'zustand';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { Chip } from '../../../shared/controls/chip.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';

const usual = [1, 3, 5, 10] as const;

/** How often each image is changed anew. */
export function DrawsControl() {
  const { draws } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  return (
    <div className={classes.control}>
      <fieldset className={classes.chips} aria-label="Usual numbers of draws">
        {usual.map((each) => (
          <Chip
            key={each}
            type="radio"
            name="draws"
            checked={draws === each}
            onChange={() => edit({ draws: each })}
          >
            {each === 1 ? 'Once' : `${each} times`}
          </Chip>
        ))}
      </fieldset>
      <NumberField
        label="Number of draws"
        value={draws}
        min={1}
        max={1000}
        onValue={(next) => edit({ draws: next })}
      />
      <p className={classes.hint}>
        Every draw changes other pixels of the same image. More draws tell more of the same images;
        more images tell more of the model. With several draws the intervals come from a bootstrap
        over images.
      </p>
    </div>
  );
}
