import { CompareView } from './compare/compare-view.tsx';
import { RunList } from './list/run-list.tsx';
import classes from './runs-panel.module.css';
import { ArchiveFile } from './storage/archive-file.tsx';
import { StorageState } from './storage/storage-state.tsx';

/** Every run that this browser keeps, and the storage that it takes. */
export function RunsPanel() {
  return (
    <div className={classes.panel}>
      <div className={classes.main}>
        <CompareView />
        <section className={classes.card} aria-labelledby="runs">
          <RunList />
        </section>
      </div>
      <div className={classes.aside}>
        <section className={classes.card} aria-labelledby="storage">
          <StorageState />
        </section>
        <section className={classes.card} aria-labelledby="archive-file">
          <ArchiveFile />
        </section>
      </div>
    </div>
  );
}
