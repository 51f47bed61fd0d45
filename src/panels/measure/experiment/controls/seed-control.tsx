import { useStore } from 'zustand';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { newSeed } from '../../../../state/experiment/new-seed.ts';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';

/** The number that decides which pixels are drawn. */
export function SeedControl() {
  const { seed } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  return (
    <div className={classes.control}>
      <NumberField
        label="Seed of the random draws"
        value={seed}
        min={0}
        max={Number.MAX_SAFE_INTEGER}
        onValue={(next) => edit({ seed: next })}
        action={
          <button
            type="button"
            className={classes.button}
            onClick={() => edit({ seed: newSeed(seed) })}
          >
            <Die />
            New seed
          </button>
        }
      />
      <p className={classes.hint}>
        The same seed changes the same pixels, on every machine and for every model of one input
        size.
      </p>
    </div>
  );
}

function Die() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" rx="3" fill="none" stroke="currentColor" />
      <circle cx="5" cy="5" r="1.4" fill="currentColor" />
      <circle cx="8" cy="8" r="1.4" fill="currentColor" />
      <circle cx="11" cy="11" r="1.4" fill="currentColor" />
    </svg>
  );
}
