import { useId, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SweepResult } from '../../../protocol/result.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { shownRecord } from '../../../state/run/run-controller.ts';
import { GalleryHint, NothingPinned } from './gallery-hint.tsx';
import classes from './gallery.module.css';
import { PinnedPictures } from './pinned-pictures.tsx';

/** The images behind a point of the curve, before and after. */
export function Gallery() {
  const heading = useId();
  return (
    <section className={classes.gallery} aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        The pictures behind a point
      </h3>
      <div className={classes.content}>
        <Content />
      </div>
    </section>
  );
}

function Content(): ReactNode {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.result);
  if (isUnderWay(phase)) {
    return <GalleryHint>They can be seen when the run has ended.</GalleryHint>;
  }
  if (result === null) {
    return (
      <GalleryHint>
        When a run has ended, each point of the curve opens here: the images that the model gets
        wrong there, before and after, with every changed pixel.
      </GalleryHint>
    );
  }
  if (phase === 'opened') {
    return (
      <GalleryHint>
        This result was opened from a file, and such a file holds no classifications of single
        images. Run its experiment here to see them: the same seed changes the same pixels.
      </GalleryHint>
    );
  }
  return <EndedRun result={result} />;
}

function EndedRun({ result }: { readonly result: SweepResult }) {
  const pinned = useStore(viewStore, (state) => state.pinned);
  // Belongs to this result: both are replaced together.
  const record = useMemo(() => (result === null ? null : shownRecord()), [result]);
  if (record === null) return null;
  if (record.spec.attack !== undefined) {
    return <GalleryHint>Pictures are shown for random changes, not for attacks.</GalleryHint>;
  }
  if (pinned === null) return <NothingPinned result={result} />;
  return <PinnedPictures result={result} record={record} pinned={pinned} />;
}
