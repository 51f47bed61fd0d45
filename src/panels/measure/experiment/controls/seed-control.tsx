import { useStore } from 'zustand';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import classes from '../../../shared/controls/controls.module.css';
import { SeedField } from '../../../shared/controls/seed-field.tsx';

/** The number that decides which pixels are drawn. */
export function SeedControl() {
  const { seed } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  return (
    <div className={classes.control}>
      <SeedField
        label="Seed of the random draws"
        seed={seed}
        onSeed={(next) => edit({ seed: next })}
      />
      <p className={classes.hint}>
        The same seed changes the same pixels, on every machine and for every model of one input
        size.
      </p>
    </div>
  );
}
