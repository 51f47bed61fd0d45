import { useStore } from 'zustand';
import type { ImagesSpec } from '../../../../protocol/spec.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import type { KeptImageSet } from '../../../../state/images/kept-set.ts';
import { classesOfModels } from '../../../../state/images/open-images.ts';
import { chooseSet } from '../../../../state/images/set-choice.ts';
import classes from '../../../shared/controls/controls.module.css';
import { SetList } from '../../../shared/controls/set-list.tsx';
import { OwnImages } from './own-images.tsx';
import { RoadsideImages } from './roadside-images.tsx';

/** Which images are judged, and how many. */
export function ImagesControl() {
  const { images, models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);

  const choose = (set: KeptImageSet | null) => {
    const next: ImagesSpec =
      set === null
        ? { source: 'roadside', split: 'test', count: 500 }
        : chooseSet(set, classesOfModels(models));
    edit({ images: next });
  };

  return (
    <div className={classes.control}>
      <SetList
        label="Where the images come from"
        name="image-set"
        images={images}
        onChoose={choose}
      />
      {images.source === 'roadside' ? (
        <RoadsideImages images={images} />
      ) : (
        <OwnImages images={images} />
      )}
    </div>
  );
}
