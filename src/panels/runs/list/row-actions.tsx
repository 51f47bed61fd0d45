import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import type { ArchivedRun } from '../../../state/archive/archived-run.ts';
import { duplicateRun } from '../../../state/archive/duplicate-run.ts';
import { deleteRuns } from '../../../state/archive/edit-runs.ts';
import { canResume, openArchived, resumeArchived } from '../../../state/archive/open-archived.ts';
import { isClaimedHere } from '../../../state/archive/run-lock.ts';
import { runsView } from '../../../state/archive/runs-view.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import { CopyRunLink } from './copy-run-link.tsx';
import classes from './run-row.module.css';

interface RowActionsProps {
  readonly run: ArchivedRun;
  readonly editButton: RefObject<HTMLButtonElement | null>;
  readonly onGone: () => void;
}

/** What can be done with one run. */
export function RowActions({ run, editButton, onGone }: RowActionsProps) {
  const { id, name, kind, state } = run;
  const isRunning = state === 'running';

  return (
    <div className={classes.actions}>
      <MainAction run={run} />
      <button
        type="button"
        ref={editButton}
        className={classes.action}
        aria-label={`Rename or tag ${name}`}
        disabled={isRunning}
        onClick={() => runsView.setState({ edited: id })}
      >
        Rename
      </button>
      {kind !== 'inspection' && (
        <button
          type="button"
          className={classes.action}
          aria-label={`Duplicate ${name} with changes`}
          title="Puts its experiment into the sentence, to be changed and run as another"
          onClick={() => duplicateRun(run)}
        >
          Duplicate
        </button>
      )}
      {run.kind !== 'inspection' && <CopyRunLink run={run} />}
      <button
        type="button"
        className={classes.action}
        aria-label={`Delete ${name}`}
        disabled={isRunning}
        title={isRunning ? 'It is under way; cancel it first' : undefined}
        onClick={() => void deleteRuns([id]).then(onGone)}
      >
        Delete
      </button>
    </div>
  );
}

/** The one thing that most people want of a run in its state. */
function MainAction({ run }: Pick<RowActionsProps, 'run'>) {
  const { id, name, kind, state } = run;
  if (state === 'running') {
    if (!isClaimedHere(id)) return null;
    return (
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Watch ${name}`}
        onClick={() => goToPanel(kind === 'repair' ? 'repair' : null)}
      >
        Watch
      </Button>
    );
  }
  if (canResume(run) && state === 'interrupted') {
    return (
      <Button
        size="compact-sm"
        aria-label={`Resume ${name}`}
        onClick={() => void resumeArchived(id)}
      >
        Resume
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`Open ${name}`}
      onClick={() => void openArchived(id)}
    >
      Open
    </Button>
  );
}
