import { useStore } from 'zustand';
import type { ArchivedRun } from '../../../state/archive/archived-run.ts';
import { stateText } from '../../../state/archive/describe-run.ts';
import { hereOf } from '../../../state/archive/run-here.ts';
import { isClaimedHere } from '../../../state/archive/run-lock.ts';
import { shownRuns } from '../../../state/archive/shown-runs.ts';
import { workStore } from '../../../state/background/work-store.ts';
import classes from './run-row.module.css';

interface RunProgressProps {
  readonly run: ArchivedRun;
}

/** How far a run is or how it ended, after what stands before it; nothing where it is finished. */
export function RunProgress({ run }: RunProgressProps) {
  const shown = useStore(shownRuns);
  // A text, so that a row is drawn anew only when it says something else.
  const text = useStore(workStore, ({ underWay }) =>
    stateText(run, isClaimedHere(run.id) ? hereOf(run, shown, underWay) : null),
  );
  if (text === null) return null;
  return (
    <>
      {' · '}
      <span className={classes.state} data-state={run.state}>
        {text}
      </span>
    </>
  );
}
