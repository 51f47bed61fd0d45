import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { isUnderWay, runStore, type RunPhase } from '../../../state/run/run-store.ts';
import {
  cancelRun,
  continueRun,
  pauseRun,
  resumeRun,
  startRun,
} from '../../../state/run/sweep-controller.ts';
import { useSpecProblem } from '../experiment/use-spec-problem.ts';
import classes from '../../shared/run/run-box.module.css';

interface RunButtonsProps {
  /** The sentence no longer describes the run that is shown. */
  readonly isChanged: boolean;
}

interface Action {
  readonly label: string;
  readonly act: () => void;
  readonly isQuiet?: boolean;
}

const run: Action = { label: 'Run', act: startRun };
const pause: Action = { label: 'Pause', act: pauseRun };
const nothing = () => {};

function firstAction(phase: RunPhase, hasKept: boolean): Action {
  const actions: Readonly<Record<RunPhase, Action>> = {
    idle: run,
    opened: run,
    // Shown while it cannot act yet, so that a second click on Run meets no other button.
    opening: { ...pause, act: nothing, isQuiet: true },
    running: pause,
    paused: { label: 'Resume', act: resumeRun },
    done: { ...run, label: 'Run again', isQuiet: true },
    cancelled: hasKept ? { label: 'Continue', act: continueRun } : run,
    failed: { label: 'Retry', act: continueRun },
  };
  return actions[phase];
}

/** Two buttons that keep their places, and with them the focus, while the run changes its phase. */
export function RunButtons({ isChanged }: RunButtonsProps) {
  const phase = useStore(runStore, (state) => state.phase);
  const hasKept = useStore(runStore, (state) => (state.snapshot?.done ?? 0) > 0);
  const first = useRef<HTMLButtonElement>(null);
  const { label, act, isQuiet = false } = isChanged ? run : firstAction(phase, hasKept);
  const isFaulty = useSpecProblem() !== null && !isUnderWay(phase);
  const canAct = act !== nothing && !isFaulty;
  const canStartOver = !isChanged && hasKept && (phase === 'cancelled' || phase === 'failed');

  const cancel = () => {
    cancelRun();
    first.current?.focus();
  };

  return (
    <div className={classes.buttons}>
      <Button
        ref={first}
        variant={isQuiet ? 'default' : 'filled'}
        {...(!isQuiet && { 'aria-keyshortcuts': 'r' })}
        {...(!canAct && { 'aria-disabled': true, 'data-disabled': true })}
        {...(isFaulty && { 'aria-describedby': 'experiment-problem' })}
        onClick={canAct ? act : nothing}
      >
        {label}
      </Button>
      {isUnderWay(phase) && (
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      )}
      {canStartOver && (
        <Button variant="default" onClick={startRun}>
          Start over
        </Button>
      )}
    </div>
  );
}
