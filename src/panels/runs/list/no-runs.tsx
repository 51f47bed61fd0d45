import { Button } from '@mantine/core';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import classes from './run-list.module.css';

/** What goes here, and a way to the first. */
export function NoRuns() {
  return (
    <div className={classes.empty}>
      <p>
        Every sweep, attack and repair is kept here as it goes on, and every answered question about
        a picture. Close the tab in the middle of a run: it waits here, and goes on from where it
        was.
      </p>
      <p className={classes.quiet}>
        Runs stay in this browser until you delete them; nothing is uploaded.
      </p>
      <Button onClick={() => goToPanel(null)}>Measure something</Button>
    </div>
  );
}
