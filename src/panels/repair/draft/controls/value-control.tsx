import type { SpecPixelValue } from '../../../../protocol/spec.ts';
import { samePixelValue } from '../../../../run/pixel-values.ts';
import { Choice } from '../../../shared/controls/choice.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { offsetText } from '../../../shared/sentence/phrases.ts';
import { useDraft } from '../use-draft.ts';

const options: readonly { value: SpecPixelValue; title: string }[] = [
  { value: 'replace', title: 'Random values' },
  ...[10, 40, 70, 100, 127].map((offset) => ({ value: { offset }, title: offsetText(offset) })),
];

/** What happens to the channels of a changed pixel, in the samples and in the images that judge. */
export function ValueControl() {
  const { repair, set } = useDraft();
  const { value } = repair;
  return (
    <div className={classes.control}>
      <p className={classes.hint}>
        Random values replace all three channels with random bytes, as in the paper. ±m adds a
        random amount between −m and m to each.
      </p>
      <Choice
        label="Kind of change"
        name="value"
        options={options}
        isChosen={(each) => samePixelValue(each, value)}
        onChoose={(each) => set({ value: each })}
      />
      {value !== 'replace' && (
        <NumberField
          label="Size of the change, ±"
          value={value.offset}
          min={1}
          max={127}
          onValue={(offset) => set({ value: { offset } })}
        />
      )}
      <p className={classes.hint}>The test images are changed in the same way.</p>
    </div>
  );
}
