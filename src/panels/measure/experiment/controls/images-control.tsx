import { useStore } from 'zustand';
import { integer } from '../../../../charts/format.ts';
import type { ImagesSpec } from '../../../../protocol/spec.ts';
import { experimentStore } from '../../../../state/experiment/experiment-store.ts';
import { imageSets } from '../../../../state/images/image-sets.ts';
import { ROADSIDE } from '../../../../state/images/images-view.ts';
import { classesOfModels } from '../../../../state/images/open-images.ts';
import { chooseSet } from '../../../../state/images/set-choice.ts';
import classes from '../../../shared/controls/controls.module.css';
import { OptionList } from '../../../shared/controls/option-list.tsx';
import { OwnImages } from './own-images.tsx';
import { RoadsideImages } from './roadside-images.tsx';

/** Which images are judged, and how many. */
export function ImagesControl() {
  const { images, models } = useStore(experimentStore, (state) => state.spec);
  const edit = useStore(experimentStore, (state) => state.edit);
  const sets = useStore(imageSets, (state) => state.sets);
  const isOwn = images.source !== 'roadside';
  const isMissing = isOwn && !sets.some(({ name }) => name === images.path);

  const choose = (name: string) => {
    const set = sets.find((each) => each.name === name);
    const next: ImagesSpec =
      set === undefined
        ? { source: 'roadside', split: 'test', count: 500 }
        : chooseSet(set, classesOfModels(models));
    edit({ images: next });
  };

  return (
    <div className={classes.control}>
      {(sets.length > 0 || isOwn) && (
        <OptionList
          label="Where the images come from"
          name="image-set"
          chosen={isOwn ? images.path : ROADSIDE}
          onChoose={choose}
          options={[
            { value: ROADSIDE, title: 'Roadside', detail: 'Road signs drawn here in the browser' },
            ...sets.map((set) => ({
              value: set.name,
              title: set.name,
              detail: `${integer(set.images.length)} of your pictures`,
            })),
            ...(isMissing
              ? [{ value: images.path, title: images.path, detail: 'Not in this browser' }]
              : []),
          ]}
        />
      )}
      {isOwn ? <OwnImages images={images} /> : <RoadsideImages images={images} />}
    </div>
  );
}
