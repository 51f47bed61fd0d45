import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pageTitle } from '../../state/navigation/page-title.ts';
import { runStore } from '../../state/run/run-store.ts';
import { addressName, type PanelEntry } from './panel-table.tsx';

/** Keeps the title of the tab true: the panel, the file that is shown, how far a run is. */
export function usePageTitle(panel: PanelEntry): void {
  const title = useStore(runStore, ({ phase, snapshot, file }) =>
    pageTitle({
      panel: addressName(panel) === null ? null : panel.name,
      phase,
      share: snapshot === null || snapshot.total === 0 ? 0 : snapshot.done / snapshot.total,
      file,
    }),
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
}
