import { useStore } from 'zustand';
import { bundledModels } from '../../../state/models/bundled-models.ts';
import { pixelCounts } from '../../../state/experiment/presets.ts';
import { experimentStore } from '../../../state/experiment/experiment-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import classes from './experiment.module.css';
import { SeedField } from './seed-field.tsx';
import { Term } from '../../terms/term.tsx';

const imageChoices = [48, 100, 200, 500, 1000, 2000];

/** The experiment as one sentence; what can be changed is underlined. */
export function Experiment() {
  const { images, seed } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const locked = useStore(runStore, ({ phase }) => isUnderWay(phase));

  return (
    <>
      <h2 className={classes.heading}>Experiment</h2>
      <p className={classes.sentence}>
        Change{' '}
        <strong>
          {pixelCounts[0]} to {pixelCounts.at(-1)} pixels
        </strong>{' '}
        to <strong>random values</strong> anywhere in the <strong>whole image</strong>, in{' '}
        <select
          className={classes.choice}
          aria-label="Number of test images"
          value={images.count}
          disabled={locked}
          onChange={(event) =>
            edit({ images: { ...images, count: Number(event.currentTarget.value) } })
          }
        >
          {imageChoices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>{' '}
        test images, counting <Term name="eligible">those</Term> that{' '}
        <strong>all {bundledModels.length} models</strong> get right, seed{' '}
        <SeedField seed={seed} disabled={locked} onSeed={(next) => edit({ seed: next })} />.
      </p>
    </>
  );
}
