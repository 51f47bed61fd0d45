import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import { useDraft } from '../use-draft.ts';

const stops = [100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** How many images the samples are made of. */
export function TrainingImagesControl() {
  const { repair, set } = useDraft();
  const choose = (images: number) => set({ images });
  return (
    <div className={classes.control}>
      <NumberField
        label="Number of training images"
        value={repair.images}
        min={1}
        max={100_000}
        onValue={choose}
        slider={
          <StopSlider
            label="Images on a scale"
            stops={stops}
            value={repair.images}
            onValue={choose}
          />
        }
      />
      <NumberField
        label="Samples of each image"
        value={repair.copies}
        min={1}
        max={100}
        onValue={(copies) => set({ copies })}
      />
      <p className={classes.hint}>
        The first images of Roadside’s training part; the paper takes 1,000 and makes one sample of
        each.
      </p>
    </div>
  );
}
