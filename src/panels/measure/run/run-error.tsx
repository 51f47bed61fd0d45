import { useStore } from 'zustand';
import { integer } from '../../../charts/format.ts';
import type { LabErrorKind } from '../../../protocol/lab-error.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { runStore } from '../../../state/run/run-store.ts';
import classes from '../../shared/run/run-box.module.css';

const headings: Partial<Record<LabErrorKind, string>> = {
  'model-missing': 'A model could not be fetched',
  'model-corrupt': 'A model could not be read',
  'model-shape': 'A model does not fit the experiment',
  'model-unsupported': 'A model cannot be run',
  'no-backend': 'Nothing here can compute',
  'out-of-memory': 'The memory did not suffice',
};

const remedies: Partial<Record<LabErrorKind, string>> = {
  'model-missing': 'Check the connection to the server of this page, then retry.',
  'model-corrupt':
    'Retry fetches the file again. If that does not help, the copy on the server is damaged.',
  'no-backend': 'Open this page in a current browser with WebAssembly, then retry.',
  'out-of-memory': 'Close other tabs, or choose fewer images, then retry.',
};

/** What went wrong, with which thing, what was kept and what to do, in the place of the progress. */
export function RunError() {
  const error = useStore(runStore, (state) => state.error);
  const snapshot = useStore(runStore, (state) => state.snapshot);
  if (error === null) return null;
  const done = snapshot?.done ?? 0;
  const subject = error.subject === undefined ? null : modelName(error.subject);

  return (
    <div className={classes.error} role="alert">
      <h3>
        {headings[error.kind] ?? 'The run stopped'}
        {subject !== null && `: ${subject}`}
      </h3>
      <p>{error.message}</p>
      <p>
        {done === 0
          ? 'Nothing had been measured yet.'
          : `${integer(done)} classifications are kept; Retry goes on from there.`}{' '}
        {remedies[error.kind] ?? 'Retry opens fresh workers.'}
      </p>
    </div>
  );
}
