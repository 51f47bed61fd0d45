import { AccuracyWidth } from '../../../shared/controls/accuracy-width.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import { useDraft } from '../use-draft.ts';

const stops = [50, 100, 200, 500, 1000, 2000, 5000] as const;

/** How many images judge before and after. */
export function TestImagesControl() {
  const { spec, edit } = useDraft();
  const count = spec.images.count ?? 0;
  const choose = (testImages: number) => edit({ testImages });
  return (
    <div className={classes.control}>
      <NumberField
        label="Number of test images"
        value={count}
        min={1}
        max={10_000}
        onValue={choose}
        slider={
          <StopSlider label="Images on a scale" stops={stops} value={count} onValue={choose} />
        }
      />
      <AccuracyWidth count={count} />
      <p className={classes.hint}>
        The first images of Roadside’s test part. No training has seen them, and their pixels are
        drawn apart from those of the samples.
      </p>
    </div>
  );
}
