import { Button } from '@mantine/core';
import type { LabErrorData } from '../../protocol/lab-error.ts';
import { modelName } from '../../state/models/model-list.ts';
import classes from './inspect-panel.module.css';

interface InspectFailureProps {
  readonly error: LabErrorData;
  readonly onRetry: () => void;
}

/** What went wrong, and how to try again. */
export function InspectFailure({ error, onRetry }: InspectFailureProps) {
  const subject = error.subject === undefined ? null : modelName(error.subject);
  return (
    <div className={classes.failed} role="alert">
      <p>
        <strong>The picture could not be looked at{subject !== null && `: ${subject}`}.</strong>{' '}
        {error.message} The edits are kept.
      </p>
      <Button variant="default" size="sm" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
