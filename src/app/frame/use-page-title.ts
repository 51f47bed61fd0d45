import { useEffect } from 'react';
import { useStore } from 'zustand';
import { leadingWork, workStore } from '../../state/background/work-store.ts';
import { pageTitle } from '../../state/navigation/page-title.ts';
import { repairStore } from '../../state/repair/repair-store.ts';
import { runStore } from '../../state/run/run-store.ts';
import { addressName, type PanelEntry } from './panel-table.tsx';

/** Keeps the title of the tab true: how far long work is, the file that is shown, the panel. */
export function usePageTitle(panel: PanelEntry): void {
  const { name } = panel;
  const named = addressName(panel) === null ? null : name;
  const ofHome = useStore(runStore, (run) => (run.phase === 'opened' ? run.file : null));
  const ofRepairs = useStore(repairStore, ({ phase, file }) => (phase === 'opened' ? file : null));
  const file = panel.id === 'repair' ? ofRepairs : named === null ? ofHome : null;
  // Titles, not shares: several a second come, and most change no title.
  const title = useStore(workStore, (state) => {
    const progress = leadingWork(state);
    return pageTitle({ progress, file: progress === null ? file : null, panel: named });
  });

  useEffect(() => {
    document.title = title;
  }, [title]);
}
