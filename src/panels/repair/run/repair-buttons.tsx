import { useStore } from 'zustand';
import {
  cancelRepair,
  pauseRepair,
  resumeRepair,
  startRepairRun,
} from '../../../state/repair/repair-controller.ts';
import { isRepairing, repairStore, type RepairState } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { OtherRunNote } from '../../shared/run/other-run-note.tsx';
import { RunControls, type RunAction } from '../../shared/run/run-controls.tsx';
import { useRepairProblem } from '../draft/use-repair-problem.ts';

const start: RunAction = { label: 'Repair', act: startRepairRun };
const pause: RunAction = { label: 'Pause', act: pauseRepair };

const actions: Readonly<Record<RepairState['phase'], RunAction>> = {
  idle: start,
  opened: start,
  opening: { label: 'Pause', isQuiet: true },
  training: pause,
  evaluating: pause,
  paused: { label: 'Resume', act: resumeRepair },
  done: { ...start, label: 'Repair again', isQuiet: true },
  cancelled: start,
  failed: { ...start, label: 'Retry' },
};

interface RepairButtonsProps {
  /** The sentence no longer describes the repair that is shown. */
  readonly isChanged: boolean;
}

/** Starts, pauses and stops the repair of the sentence. */
export function RepairButtons({ isChanged }: RepairButtonsProps) {
  const phase = useStore(repairStore, (state) => state.phase);
  const isBusy = useStore(runStore, (state) => isUnderWay(state.phase));
  const isFaulty = useRepairProblem() !== null;
  const isGoingOn = isRepairing(phase);
  const hindrance = isBusy ? 'sweep-goes-on' : isFaulty ? 'repair-problem' : null;

  return (
    <>
      <RunControls
        first={isChanged ? start : actions[phase]}
        hindrance={isGoingOn ? null : hindrance}
        onCancel={isGoingOn ? cancelRepair : null}
      />
      {isBusy && <OtherRunNote id="sweep-goes-on" what="A run in Measure" panel={null} />}
    </>
  );
}
