import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { workStore } from '../../state/background/work-store.ts';
import { startNewVersion } from '../../state/offline/service-worker.ts';
import { dismissUpdate, updateStore } from '../../state/offline/update-store.ts';
import classes from './update-bar.module.css';

/** Offers a newer version of the lab; never while something computes, which a reload would stop. */
export function UpdateBar() {
  const phase = useStore(updateStore, (state) => state.phase);
  const isDismissed = useStore(updateStore, (state) => state.isDismissed);
  const isComputing = useStore(workStore, ({ underWay }) => underWay.size > 0);
  const isShown = phase !== 'none' && !isDismissed && !isComputing;

  return (
    <aside className={classes.place} aria-label="New version">
      <output className={classes.said}>
        {isShown && (
          <div className={classes.bar}>
            <p className={classes.text}>
              {phase === 'ready'
                ? 'A new version is ready.'
                : 'Other tabs still use this version. Close them, then reload.'}
            </p>
            <div className={classes.actions}>
              <Button size="compact-md" onClick={() => void startNewVersion()}>
                Reload
              </Button>
              <Button variant="default" size="compact-md" onClick={dismissUpdate}>
                Later
              </Button>
            </div>
          </div>
        )}
      </output>
    </aside>
  );
}
