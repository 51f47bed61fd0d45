import { goToPanel } from '../../../../state/navigation/navigation-store.ts';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import links from '../../../shared/run/run-box.module.css';
import { useDraft } from '../use-draft.ts';
import { RoleImages } from './role-images.tsx';

const stops = [100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** Which images the samples are made of, and how many. */
export function TrainingImagesControl() {
  const { repair, set } = useDraft();
  const choose = (images: number) => set({ images });
  return (
    <div className={classes.control}>
      <RoleImages purpose="train" kind="training">
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
        <p className={classes.hint}>
          The first images of Roadside’s training part; the paper takes 1,000 and makes one sample
          of each.{' '}
          <button type="button" className={links.link} onClick={() => goToPanel('images')}>
            Use your own pictures
          </button>
        </p>
      </RoleImages>
      <NumberField
        label="Samples of each image"
        value={repair.copies}
        min={1}
        max={100}
        onValue={(copies) => set({ copies })}
      />
    </div>
  );
}
