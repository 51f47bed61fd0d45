import classes from '../../../shared/controls/controls.module.css';
import { SeedField } from '../../../shared/controls/seed-field.tsx';
import { useDraft } from '../use-draft.ts';

/** The number that decides all that is random. */
export function SeedControl() {
  const { spec, edit } = useDraft();
  return (
    <div className={classes.control}>
      <SeedField
        label="Seed of the training and the draws"
        seed={spec.seed}
        onSeed={(seed) => edit({ seed })}
      />
      <p className={classes.hint}>
        It decides the changed pixels, the order of the samples and the first weights of a last
        layer that starts anew.
      </p>
    </div>
  );
}
