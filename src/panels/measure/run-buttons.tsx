import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { runStore } from '../../state/run-store.ts';
import {
  cancelRun,
  continueRun,
  pauseRun,
  resumeRun,
  startRun,
} from '../../state/sweep-controller.ts';
import classes from './run-box.module.css';

interface RunButtonsProps {
  /** The sentence no longer describes the run that is shown. */
  readonly isChanged: boolean;
}

/** Only the buttons that do something in the present phase. */
export function RunButtons({ isChanged }: RunButtonsProps) {
  return (
    <div className={classes.buttons}>
      <Buttons isChanged={isChanged} />
    </div>
  );
}

function Buttons({ isChanged }: RunButtonsProps): ReactNode {
  const phase = useStore(runStore, (state) => state.phase);
  const hasKept = useStore(runStore, (state) => (state.snapshot?.done ?? 0) > 0);
  if (isChanged) return <Button onClick={startRun}>Run</Button>;

  switch (phase) {
    case 'idle':
      return <Button onClick={startRun}>Run</Button>;
    case 'opening':
      return <Cancel />;
    case 'running':
      return (
        <>
          <Button onClick={pauseRun}>Pause</Button>
          <Cancel />
        </>
      );
    case 'paused':
      return (
        <>
          <Button onClick={resumeRun}>Resume</Button>
          <Cancel />
        </>
      );
    case 'done':
      return (
        <Button variant="default" onClick={startRun}>
          Run again
        </Button>
      );
    case 'cancelled':
    case 'failed':
      return (
        <>
          <Button onClick={continueRun}>
            {phase === 'failed' ? 'Retry' : hasKept ? 'Continue' : 'Run'}
          </Button>
          {hasKept && (
            <Button variant="default" onClick={startRun}>
              Start over
            </Button>
          )}
        </>
      );
  }
}

function Cancel() {
  return (
    <Button variant="default" onClick={cancelRun}>
      Cancel
    </Button>
  );
}
