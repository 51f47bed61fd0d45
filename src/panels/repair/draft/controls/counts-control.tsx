import { Choice } from '../../../shared/controls/choice.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { CountsField } from '../../../shared/controls/counts-field.tsx';
import { paperCounts } from '../../../../state/repair/repair-draft.ts';
import { useDraft } from '../use-draft.ts';

/** As many models as one repair trains. */
const MOST_MODELS = 16;

const usual = [
  ...paperCounts.map((count) => ({ value: [count], title: String(count) })),
  { value: paperCounts, title: `All ${paperCounts.length} of the paper` },
];

/** How many pixels of each sample are changed; one repaired model for each number. */
export function CountsControl() {
  const { repair, set } = useDraft();
  const { arm, counts } = repair;
  const isPixels = arm === 'pixels';

  return (
    <div className={classes.control}>
      <Choice
        label="Usual numbers"
        name="counts"
        options={isPixels ? usual : usual.filter(({ value }) => value.length === 1)}
        isChosen={(value) => value.join() === counts.join()}
        onChoose={(value) => set({ counts: [...value] })}
      />
      <CountsField
        label={isPixels ? 'Numbers, with commas between them' : 'Number'}
        counts={counts}
        onCounts={(next) => set({ counts: [...next] })}
        most={isPixels ? MOST_MODELS : 1}
      />
      <p className={classes.hint}>
        {isPixels
          ? 'Called Num in the paper. One repaired model is trained for each number.'
          : 'The training itself changes no pixels in this way. The number is for the validation images that choose among the epochs.'}
      </p>
    </div>
  );
}
