import type { LabErrorData, LabErrorKind } from '../../../protocol/lab-error.ts';
import { modelName } from '../../../state/models/model-list.ts';
import classes from './run-box.module.css';

const headings: Partial<Record<LabErrorKind, string>> = {
  'model-missing': 'A model could not be fetched',
  'model-corrupt': 'A model could not be read',
  'model-shape': 'A model does not fit the experiment',
  'model-unsupported': 'A model cannot be run',
  'no-backend': 'Nothing here can compute',
  'out-of-memory': 'The memory did not suffice',
  storage: 'The browser’s storage failed',
};

const remedies: Partial<Record<LabErrorKind, string>> = {
  'model-missing': 'Check the connection to the server of this page, then retry.',
  'model-corrupt':
    'Retry fetches the file again. If that does not help, the copy on the server is damaged.',
  'model-unsupported': 'Choose another model.',
  'no-backend': 'Open this page in a current browser with WebAssembly, then retry.',
  'out-of-memory': 'Close other tabs, or choose fewer images, then retry.',
  storage: 'Choose a bundled model, or allow this page to store data.',
};

interface ErrorViewProps {
  readonly error: LabErrorData;
  /** What was kept, as a sentence. */
  readonly kept: string;
}

/** What went wrong, with which thing, what was kept and what to do, in the place of the progress. */
export function ErrorView({ error, kept }: ErrorViewProps) {
  const subject = error.subject === undefined ? null : modelName(error.subject);
  return (
    <div className={classes.error} role="alert">
      <h3>
        {headings[error.kind] ?? 'The run stopped'}
        {subject !== null && `: ${subject}`}
      </h3>
      <p>{error.message}</p>
      <p>
        {kept} {remedies[error.kind] ?? 'Retry opens fresh workers.'}
      </p>
    </div>
  );
}
