import { useStore } from 'zustand';
import { keepInspections } from '../../state/archive/keep-inspections.ts';
import { inspectStore } from '../../state/inspect/inspect-store.ts';
import { retryInspecting } from '../../state/inspect/inspector.ts';
import { ImageBar } from './image/image-bar.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import classes from './inspect-panel.module.css';
import { ModelCards } from './models/model-cards.tsx';
import { PictureEditor } from './picture/picture-editor.tsx';
import { RandomDraw } from './picture/random-draw.tsx';
import { Questions } from './questions/questions.tsx';
import { InspectFailure } from './inspect-failure.tsx';
import { useInspectAddress } from './use-inspect-address.ts';

keepInspections();

/** One image under the hands of a person, what the models say of it, and questions about it. */
export function InspectPanel() {
  useInspectAddress();
  const error = useStore(inspectStore, (state) => state.error);
  return (
    <div className={`${frame.panel} ${classes.panel}`}>
      <section className={`${frame.card} ${classes.bar}`} aria-label="Image">
        <ImageBar />
        {error !== null && <InspectFailure error={error} onRetry={retryInspecting} />}
      </section>
      <section id="picture" className={frame.card} aria-label="Picture">
        <PictureEditor />
      </section>
      <div className={frame.stack}>
        <div className={frame.card}>
          <RandomDraw />
        </div>
        <section className={frame.card} aria-label="What the models say">
          <ModelCards />
        </section>
      </div>
      <section className={`${frame.card} ${classes.questions}`} aria-label="Questions">
        <Questions />
      </section>
    </div>
  );
}
