import { useStore } from 'zustand';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { AccuracyWidth } from '../../../shared/controls/accuracy-width.tsx';
import { Chip } from '../../../shared/controls/chip.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';

const stops: readonly number[] = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const most = 10_000;
const splits = [
  { split: 'test', name: 'Test' },
  { split: 'validation', name: 'Validation' },
] as const;

/** Which images are judged, and how many. */
export function ImagesControl() {
  const { images } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  if (images.source !== 'roadside') {
    return (
      <div className={classes.control}>
        <p>These images come from {images.path}.</p>
        <button
          type="button"
          className={classes.button}
          onClick={() => edit({ images: { source: 'roadside', split: 'test', count: 500 } })}
        >
          Use 500 Roadside test images
        </button>
      </div>
    );
  }

  const { count, split } = images;
  const choose = (next: number) => edit({ images: { ...images, count: next } });
  return (
    <div className={classes.control}>
      <NumberField
        label={`Number of ${split} images`}
        value={count}
        min={1}
        max={most}
        onValue={choose}
        slider={
          <StopSlider label="Images on a scale" stops={stops} value={count} onValue={choose} />
        }
      />
      <AccuracyWidth count={count} />
      <fieldset className={classes.chips} aria-label="Part of Roadside">
        {splits.map((each) => (
          <Chip
            key={each.split}
            type="radio"
            name="split"
            checked={split === each.split}
            onChange={() => edit({ images: { ...images, split: each.split } })}
          >
            {each.name}
          </Chip>
        ))}
      </fieldset>
      <p className={classes.hint}>
        The first images of this part of Roadside, road signs drawn here in the browser. No model
        was trained on either part.
      </p>
    </div>
  );
}
