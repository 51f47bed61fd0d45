import { toggleListed } from '../../../../state/experiment/grid-choices.ts';
import { Chip } from '../../../shared/controls/chip.tsx';
import controls from '../../../shared/controls/controls.module.css';
import { CountsField } from '../../../shared/controls/counts-field.tsx';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { Term } from '../../../terms/term.tsx';
import { useDraft } from '../use-draft.ts';
import classes from './more-settings.module.css';

const strengths: readonly number[] = [1, 2, 4, 8, 16];

/** What original and repaired models are judged by. */
export function JudgementSettings() {
  const { spec, repair, edit, set } = useDraft();
  const { epsilons, attackImages, distanceImages } = repair;
  return (
    <fieldset className={classes.group} aria-label="Judgement">
      <h3 className={classes.title}>Judgement</h3>
      <CountsField
        label="Changed pixels of the test images"
        counts={spec.grid.counts}
        onCounts={(judgedCounts) => edit({ judgedCounts })}
        most={64}
      />
      <div className={controls.field}>
        <p className={controls.label}>
          Attacks by FGSM and PGD at <Term name="epsilon">ε</Term>
        </p>
        <fieldset className={controls.chips} aria-label="Strength of attacks">
          {strengths.map((strength) => (
            <Chip
              key={strength}
              type="checkbox"
              name="epsilon"
              checked={epsilons.includes(strength)}
              onChange={() => set({ epsilons: toggleListed(epsilons, strength, strengths) })}
            >
              {strength}
            </Chip>
          ))}
        </fieldset>
        <p className={controls.hint}>
          {epsilons.length === 0
            ? 'None is chosen: attacks are left out.'
            : 'Against the original and against each model itself. They take much of the judging time; choose none to leave them out.'}
        </p>
      </div>
      <div className={classes.pair}>
        {epsilons.length > 0 && (
          <NumberField
            label="Images attacked"
            value={attackImages}
            min={1}
            max={10_000}
            onValue={(next) => set({ attackImages: next })}
          />
        )}
        <NumberField
          label="Images with distances"
          value={distanceImages}
          min={1}
          max={10_000}
          onValue={(next) => set({ distanceImages: next })}
        />
      </div>
      <p className={controls.hint}>
        Distances are those to the decision boundary, before and after, of the first test images.
      </p>
    </fieldset>
  );
}
