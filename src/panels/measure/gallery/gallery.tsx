import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SweepResult } from '../../../protocol/result.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { runStore } from '../../../state/run/run-store.ts';
import { shownRecord } from '../../../state/run/run-controller.ts';
import { GalleryFrame } from './gallery-frame.tsx';
import { NothingPinned } from './gallery-hint.tsx';
import { PinnedPictures } from './pinned-pictures.tsx';

/** The images behind a point of the curve, before and after. */
export function Gallery() {
  const phase = useStore(runStore, (state) => state.phase);
  const result = useStore(runStore, (state) => state.result);
  return (
    <GalleryFrame
      phase={phase}
      hasResult={result !== null}
      promise="When a run has ended, each point of the curve opens here: the images that the model gets wrong there, before and after, with every changed pixel."
    >
      {result !== null && <EndedRun result={result} />}
    </GalleryFrame>
  );
}

function EndedRun({ result }: { readonly result: SweepResult }) {
  const pinned = useStore(viewStore, (state) => state.pinned);
  // Belongs to this result: both are replaced together.
  const record = useMemo(() => (result === null ? null : shownRecord()), [result]);
  if (record === null) return null;
  if (pinned === null) return <NothingPinned result={result} />;
  return <PinnedPictures result={result} record={record} pinned={pinned} />;
}
