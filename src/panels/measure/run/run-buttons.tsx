import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { isRepairing, repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore, type RunPhase } from '../../../state/run/run-store.ts';
import {
  cancelRun,
  continueRun,
  pauseRun,
  resumeRun,
  startRun,
} from '../../../state/run/run-controller.ts';
import { OtherRunNote } from '../../shared/run/other-run-note.tsx';
import { RunControls, type RunAction } from '../../shared/run/run-controls.tsx';
import { useSpecProblem } from '../experiment/use-spec-problem.ts';

interface RunButtonsProps {
  /** The sentence no longer describes the run that is shown. */
  readonly isChanged: boolean;
}

const run: RunAction = { label: 'Run', act: startRun };

function firstAction(phase: RunPhase, canContinue: boolean): RunAction {
  const actions: Readonly<Record<RunPhase, RunAction>> = {
    idle: run,
    opened: run,
    // Shown while it cannot act yet, so that a second click on Run meets no other button.
    opening: { label: 'Pause', isQuiet: true },
    running: { label: 'Pause', act: pauseRun },
    paused: { label: 'Resume', act: resumeRun },
    done: { ...run, label: 'Run again', isQuiet: true },
    cancelled: canContinue ? { label: 'Continue', act: continueRun } : run,
    failed: { label: 'Retry', act: continueRun },
  };
  return actions[phase];
}

/** Starts, pauses and stops the experiment of the sentence. */
export function RunButtons({ isChanged }: RunButtonsProps) {
  const phase = useStore(runStore, (state) => state.phase);
  const canContinue = useStore(runStore, ({ snapshot }) => (snapshot?.done ?? 0) > 0);
  const isBusy = useStore(repairStore, (state) => isRepairing(state.phase));
  const isFaulty = useSpecProblem() !== null;
  const isGoingOn = isUnderWay(phase);
  const canStartOver =
    !isBusy && !isChanged && canContinue && (phase === 'cancelled' || phase === 'failed');
  const hindrance = isBusy ? 'repair-goes-on' : isFaulty ? 'experiment-problem' : null;

  return (
    <>
      <RunControls
        first={isChanged ? run : firstAction(phase, canContinue)}
        hindrance={isGoingOn ? null : hindrance}
        onCancel={isGoingOn ? cancelRun : null}
      >
        {canStartOver && (
          <Button variant="default" onClick={startRun}>
            Start over
          </Button>
        )}
      </RunControls>
      {isBusy && <OtherRunNote id="repair-goes-on" what="A repair" panel="repair" />}
    </>
  );
}
