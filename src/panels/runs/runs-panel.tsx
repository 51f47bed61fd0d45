import { useEffect } from 'react';
import { runsPage } from '../../state/compare/runs-page.ts';
import { followView } from '../../state/link/follow-view.ts';
import { CompareView } from './compare/compare-view.tsx';
import { RunList } from './list/run-list.tsx';
import frame from '../shared/frame/panel-frame.module.css';
import classes from './runs-panel.module.css';
import { ArchiveFile } from './storage/archive-file.tsx';
import { StorageState } from './storage/storage-state.tsx';

/** Every run that this browser keeps, and the storage that it takes. */
export function RunsPanel() {
  useEffect(() => followView(runsPage), []);
  return (
    <div className={`${frame.panel} ${classes.panel}`}>
      <div className={frame.stack}>
        <CompareView />
        <section className={`${frame.card} ${frame.wide}`} aria-labelledby="runs">
          <RunList />
        </section>
      </div>
      <div className={frame.stack}>
        <section className={`${frame.card} ${frame.wide}`} aria-labelledby="storage">
          <StorageState />
        </section>
        <section className={`${frame.card} ${frame.wide}`} aria-labelledby="archive-file">
          <ArchiveFile />
        </section>
      </div>
    </div>
  );
}
