import { useStore } from 'zustand';
import { archiveStore } from '../../../state/archive/archive-store.ts';
import { bringRunsBack, forgetDeleted } from '../../../state/archive/edit-runs.ts';
import classes from './run-list.module.css';

interface DeletedNoteProps {
  /** Called once the buttons are gone with the focus. */
  readonly onSettled: () => void;
}

/** What was deleted last, and the way back. */
export function DeletedNote({ onSettled }: DeletedNoteProps) {
  const deleted = useStore(archiveStore, (state) => state.deleted);
  const [first] = deleted;
  const what = deleted.length === 1 ? `“${first?.name}”` : `${deleted.length} runs`;
  const name = deleted.length === 1 ? first?.name : what;
  return (
    <output className={classes.deleted}>
      {first !== undefined && (
        <>
          <span>
            {what} {deleted.length === 1 ? 'is' : 'are'} deleted.
          </span>
          <button
            type="button"
            className={classes.link}
            aria-label={`Undo: bring ${name} back`}
            onClick={() => void bringRunsBack().then(onSettled)}
          >
            Undo
          </button>
          <button
            type="button"
            className={classes.link}
            aria-label={`Delete for good: ${name}`}
            title="Frees its room now; otherwise it goes within a day, or when room is needed"
            onClick={() => void forgetDeleted().then(onSettled)}
          >
            Delete for good
          </button>
        </>
      )}
    </output>
  );
}
