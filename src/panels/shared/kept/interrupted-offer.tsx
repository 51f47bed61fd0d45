import { useStore } from 'zustand';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import type { ExperimentKind } from '../../../state/archive/archived-run.ts';
import { resumeArchived } from '../../../state/archive/open-archived.ts';
import { putOff, runsView } from '../../../state/archive/runs-view.ts';
import classes from '../run/run-box.module.css';

interface InterruptedOfferProps {
  /** What this place can go on with. */
  readonly kinds: readonly ExperimentKind[];
}

/** The way back to the last run that was cut off; nothing where there is none. */
export function InterruptedOffer({ kinds }: InterruptedOfferProps) {
  const putOffIds = useStore(runsView, (state) => state.putOff);
  const run = useStore(archiveStore, ({ runs }) =>
    runs.find(
      ({ id, kind, state }) =>
        state === 'interrupted' && kinds.some((each) => each === kind) && !putOffIds.includes(id),
    ),
  );
  if (run === undefined) return null;
  const { id, name, share } = run;
  return (
    <p className={classes.note}>
      The run “{name}” was interrupted at {Math.floor(100 * share)} %.{' '}
      <button
        type="button"
        className={classes.link}
        aria-label={`Resume ${name}`}
        onClick={() => void resumeArchived(id)}
      >
        Resume
      </button>{' '}
      <button
        type="button"
        className={classes.link}
        aria-label={`Leave ${name} in Runs`}
        onClick={() => putOff(id)}
      >
        Not now
      </button>
    </p>
  );
}
