import { useStore } from 'zustand';
import { repairDraft } from '../../../../state/repair/repair-draft.ts';
import { withCount } from '../../../../state/repair/repair-images.ts';
import { AccuracyWidth } from '../../../shared/controls/accuracy-width.tsx';
import classes from '../../../shared/controls/controls.module.css';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import { StopSlider } from '../../../shared/controls/stop-slider.tsx';
import { useDraft } from '../use-draft.ts';
import { RoleImages } from './role-images.tsx';

const stops = [50, 100, 200, 500, 1000, 2000, 5000] as const;

/** Which images judge before and after, and how many. */
export function TestImagesControl() {
  const { spec } = useDraft();
  const replace = useStore(repairDraft, (state) => state.replace);
  const count = spec.images.count ?? 0;
  const choose = (images: number) => replace(withCount(spec, 'test', images));
  return (
    <div className={classes.control}>
      <RoleImages purpose="test" kind="test">
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
        <p className={classes.hint}>
          The first images of Roadside’s test part. No training has seen them, and their pixels are
          drawn apart from those of the samples.
        </p>
      </RoleImages>
      {count > 0 && <AccuracyWidth count={count} />}
    </div>
  );
}
