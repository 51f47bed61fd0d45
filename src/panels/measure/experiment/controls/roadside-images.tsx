import { useStore } from 'zustand';
import type { ImagesSpec } from '../../../../protocol/spec.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { goToPanel } from '../../../../state/navigation/navigation-store.ts';
import { AccuracyWidth } from '../../../shared/controls/accuracy-width.tsx';
import { Chip } from '../../../shared/controls/chip.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import links from '../../../shared/run/run-box.module.css';

const stops: readonly number[] = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const most = 10_000;
const splits = [
  { split: 'test', name: 'Test' },
  { split: 'validation', name: 'Validation' },
] as const;

interface RoadsideImagesProps {
  readonly images: Extract<ImagesSpec, { source: 'roadside' }>;
}

/** Which part of Roadside, and how many images of it. */
export function RoadsideImages({ images }: RoadsideImagesProps) {
  const edit = useStore(experimentStore, (state) => state.edit);
  const { count, split } = images;
  const choose = (next: number) => edit({ images: { ...images, count: next } });
  return (
    <>
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
        was trained on either part.{' '}
        <button type="button" className={links.link} onClick={() => goToPanel('images')}>
          Use your own pictures
        </button>
      </p>
    </>
  );
}
