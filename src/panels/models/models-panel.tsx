import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { followView } from '../../state/link/follow-view.ts';
import { modelsPage } from '../../state/models/models-page.ts';
import { modelsView } from '../../state/models/models-view-store.ts';
import { closePreview } from '../../state/models/preview.ts';
import { ModelDetails } from './details/model-details.tsx';
import { ModelRows } from './list/model-rows.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import classes from './models-panel.module.css';
import { OpenModel } from './open/open-model.tsx';

/** Gives a section the focus, and brings its beginning into view where it is not. */
function show(section: HTMLElement): void {
  section.focus({ preventScroll: true });
  const { top } = section.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) section.scrollIntoView({ block: 'start' });
}

/** All models on the left, the chosen one on the right. */
export function ModelsPanel() {
  const selected = useStore(modelsView, (state) => state.selected);
  const details = useRef<HTMLElement>(null);
  useEffect(() => closePreview, []);
  useEffect(() => followView(modelsPage), []);

  return (
    <div className={frame.panel}>
      <div className={frame.stack}>
        <section className={frame.card} aria-labelledby="open-model">
          <OpenModel />
        </section>
        <section className={frame.card} aria-labelledby="models">
          <ModelRows onChosen={() => details.current && show(details.current)} />
        </section>
      </div>
      <section
        ref={details}
        tabIndex={-1}
        className={`${frame.card} ${frame.wide} ${classes.details}`}
        aria-label="The chosen model"
      >
        <ModelDetails key={selected} id={selected} />
      </section>
    </div>
  );
}
