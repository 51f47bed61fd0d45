import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pageTitle, type TitleProgress } from '../../state/navigation/page-title.ts';
import { isRepairing, repairStore, type RepairState } from '../../state/repair/repair-store.ts';
import { isUnderWay, runStore, type ShownRun } from '../../state/run/run-store.ts';
import { addressName, type PanelEntry } from './panel-table.tsx';

/** Keeps the title of the tab true: how far long work is, the file that is shown, the panel. */
export function usePageTitle(panel: PanelEntry): void {
  const { name } = panel;
  const named = addressName(panel) === null ? null : name;
  // Titles, not snapshots: several a second come, and most change no title.
  const ofRun = useStore(runStore, (run) =>
    pageTitle({ progress: progressOfRun(run), file: null, panel: named }),
  );
  const ofRepair = useStore(repairStore, (repair) =>
    pageTitle({ progress: progressOfRepair(repair), file: null, panel: named }),
  );
  const isRunning = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isRepair = useStore(repairStore, ({ phase }) => isRepairing(phase));
  const ofHome = useStore(runStore, (run) => (run.phase === 'opened' ? run.file : null));
  const ofRepairs = useStore(repairStore, ({ phase, file }) => (phase === 'opened' ? file : null));
  const file = panel.id === 'repair' ? ofRepairs : named === null ? ofHome : null;
  const quiet = pageTitle({ progress: null, file, panel: named });
  const title = isRunning ? ofRun : isRepair ? ofRepair : quiet;

  useEffect(() => {
    document.title = title;
  }, [title]);
}

function progressOfRun({ phase, snapshot }: ShownRun): TitleProgress | null {
  if (!isUnderWay(phase)) return null;
  const share = snapshot === null || snapshot.total === 0 ? 0 : snapshot.done / snapshot.total;
  const state = phase === 'opening' ? 'starting' : phase === 'paused' ? 'paused' : 'running';
  return { state, share };
}

function progressOfRepair({ phase, snapshot }: RepairState): TitleProgress | null {
  if (!isRepairing(phase)) return null;
  const state = phase === 'opening' ? 'starting' : phase === 'paused' ? 'paused' : 'running';
  return { state, share: snapshot?.progress ?? 0 };
}
