import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import type { NamedPanel } from '../../../state/navigation/panel-address.ts';
import classes from './run-box.module.css';

interface OtherRunNoteProps {
  readonly id: string;
  /** What is under way, at the start of a sentence. */
  readonly what: string;
  /** Where it is shown, as the address names it. */
  readonly panel: NamedPanel | null;
}

/** Says why nothing can be started here while something else computes, and leads there. */
export function OtherRunNote({ id, what, panel }: OtherRunNoteProps) {
  return (
    <p className={classes.note}>
      <span id={id}>
        {what} is under way and needs all workers. This can start once it has ended.
      </span>{' '}
      <button type="button" className={classes.link} onClick={() => goToPanel(panel)}>
        Show it
      </button>
    </p>
  );
}
