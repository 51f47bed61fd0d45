import { useStore } from 'zustand';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { keepAgain } from '../../../state/archive/run-keeper.ts';
import classes from '../run/run-box.module.css';

/** Why the run of this tab is not kept, and what to do; nothing where it is. */
export function UnkeptNote() {
  const unkept = useStore(archiveStore, (state) => state.unkept);
  if (unkept === null) return null;
  return (
    <div role="alert" className={classes.error}>
      <p>{unkept.message}</p>
      <p>
        What was kept before is still there. This tab goes on with it, and its files can be saved as
        always.{' '}
        <button type="button" className={classes.link} onClick={() => void keepAgain()}>
          Keep it now
        </button>
      </p>
    </div>
  );
}
