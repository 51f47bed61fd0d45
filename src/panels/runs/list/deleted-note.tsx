import { useStore } from 'zustand';
import { bringRunsBack, deletedRuns } from '../../../state/archive/edit-runs.ts';
import classes from './run-list.module.css';

interface DeletedNoteProps {
  /** Called once the runs are back and the button is gone. */
  readonly onUndone: () => void;
}

/** What was deleted last, and the way back. */
export function DeletedNote({ onUndone }: DeletedNoteProps) {
  const deleted = useStore(deletedRuns, (state) => state.deleted);
  const [first] = deleted;
  const what = deleted.length === 1 ? first : `${deleted.length} runs`;
  return (
    <output className={classes.deleted}>
      {first !== undefined && (
        <>
          {what} {deleted.length === 1 ? 'is' : 'are'} deleted.{' '}
          <button
            type="button"
            className={classes.link}
            aria-label={`Bring ${what} back`}
            onClick={() => void bringRunsBack().then(onUndone)}
          >
            Undo
          </button>
        </>
      )}
    </output>
  );
}
