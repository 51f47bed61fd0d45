import { useEffect } from 'react';
import { useStore } from 'zustand';
import { imageSets } from '../../state/images/image-sets.ts';
import { imagesPage } from '../../state/images/images-page.ts';
import { imagesView, ROADSIDE } from '../../state/images/images-view.ts';
import { followView } from '../../state/link/follow-view.ts';
import { closeViewer } from '../../state/images/viewer.ts';
import { AddImages } from './add/add-images.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import { SetList } from './sets/set-list.tsx';
import { RoadsideSet } from './shown/roadside-set.tsx';
import { ShownSet } from './shown/shown-set.tsx';

/** Where pictures come from on the left, the chosen set on the right. */
export function ImagesPanel() {
  const chosen = useStore(imagesView, (state) => state.set);
  const set = useStore(imageSets, ({ sets }) => sets.find(({ name }) => name === chosen));

  useEffect(() => closeViewer, []);
  useEffect(() => followView(imagesPage), []);

  return (
    <div className={frame.panel}>
      <div className={frame.stack}>
        <section className={frame.card} aria-labelledby="add-images">
          <AddImages />
        </section>
        <section className={frame.card} aria-labelledby="image-sets">
          <SetList />
        </section>
      </div>
      <div className={`${frame.card} ${frame.wide}`}>
        {set === undefined || chosen === ROADSIDE ? (
          <RoadsideSet />
        ) : (
          <ShownSet key={set.name} set={set} />
        )}
      </div>
    </div>
  );
}
