import { useStore } from 'zustand';
import { inspectStore } from '../../../../state/inspect/inspect-store.ts';
import { askBoundary, boundaryJob } from '../../../../state/inspect/questions/boundary.ts';
import { AskBox } from '../ask-box.tsx';
import classes from '../questions.module.css';
import { BoundaryAnswer } from './boundary-answer.tsx';

/** How far the picture lies from the decision boundary of its class. */
export function BoundaryPart() {
  const models = useStore(inspectStore, (state) => state.models);
  const isChanged = useStore(inspectStore, ({ edits }) => edits.changes.length > 0);
  const result = useStore(boundaryJob.store, (state) => state.result);
  const count = models.length === 1 ? '1 model' : `${models.length} models`;
  return (
    <>
      <AskBox
        job={boundaryJob}
        label={`Measure ${count}${isChanged ? ', before and after' : ''}`}
        unit="models"
        onAsk={askBoundary}
      />
      {result === null ? (
        <p className={classes.note}>
          How much room the right answer has: its margin over the nearest other class, the length of
          the smallest change of the image that crosses over, estimated from gradients, and the
          distance in the space of the last layer’s features.
        </p>
      ) : (
        <BoundaryAnswer result={result} />
      )}
    </>
  );
}
