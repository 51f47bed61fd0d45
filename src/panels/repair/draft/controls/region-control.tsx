import { Choice } from '../../../shared/controls/choice.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { regionText } from '../../../shared/sentence/phrases.ts';
import { useDraft } from '../use-draft.ts';

const usual = [1, 0.9, 0.75, 0.5, 0.25].map((value) => ({ value, title: regionText(value) }));

/** Where changed pixels may lie, in the samples and in the images that judge. */
export function RegionControl() {
  const { repair, set } = useDraft();
  return (
    <div className={classes.control}>
      <Choice
        label="Area"
        name="region"
        options={usual}
        isChosen={(value) => value === repair.region}
        onChoose={(value) => set({ region: value })}
      />
      <NumberField
        label="Side of the centred square, in per cent of the image’s"
        value={Math.round(repair.region * 100)}
        min={1}
        max={100}
        onValue={(side) => set({ region: side / 100 })}
      />
      <p className={classes.hint}>The test images are changed in the same area.</p>
    </div>
  );
}
