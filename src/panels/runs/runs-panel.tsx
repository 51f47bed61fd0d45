import { useEffect, useRef } from 'react';
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
  const heading = useRef<HTMLHeadingElement>(null);
  const compareButton = useRef<HTMLButtonElement>(null);
  return (
    <div className={`${frame.panel} ${classes.panel}`}>
      <div className={frame.stack}>
        <CompareView onClosed={() => (compareButton.current ?? heading.current)?.focus()} />
        <section className={`${frame.card} ${frame.wide}`} aria-labelledby="runs">
          <RunList heading={heading} compareButton={compareButton} />
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
