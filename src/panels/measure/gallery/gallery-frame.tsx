import { useId, type ReactNode } from 'react';
import { isUnderWay, type RunPhase } from '../../../state/run/run-store.ts';
import { GalleryHint } from './gallery-hint.tsx';
import classes from './gallery.module.css';

interface GalleryFrameProps {
  readonly phase: RunPhase;
  readonly hasResult: boolean;
  /** What will be here once a run has ended. */
  readonly promise: string;
  /** The pictures of an ended run. */
  readonly children: ReactNode;
}

/** The place of the pictures, and what is said there while there are none. */
export function GalleryFrame({ phase, hasResult, promise, children }: GalleryFrameProps) {
  const heading = useId();
  return (
    <section className={classes.gallery} aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        The pictures behind a point
      </h3>
      <div className={classes.content}>
        {isUnderWay(phase) ? (
          <GalleryHint>They can be seen when the run has ended.</GalleryHint>
        ) : !hasResult ? (
          <GalleryHint>{promise}</GalleryHint>
        ) : phase === 'opened' ? (
          <GalleryHint>
            This result was opened from a file, and such a file holds no classifications of single
            images. Run its experiment here to see them: the same seed changes the same pixels.
          </GalleryHint>
        ) : (
          children
        )}
      </div>
    </section>
  );
}
