import type { StoreApi } from 'zustand/vanilla';
import { cleanStore, isClassifying } from '../images/clean-store.ts';
import { importStore, isImporting } from '../images/import-store.ts';
import { learnStore } from '../learn/learn-store.ts';
import { isRepairing, repairStore } from '../repair/repair-store.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';
import {
  REPAIR_WORK,
  RUN_WORK,
  tellEnd,
  tellWork,
  type EndedWork,
  type Work,
} from './work-store.ts';

const outcomes: Readonly<Record<string, EndedWork['outcome']>> = {
  failed: 'failed',
  cancelled: 'cancelled',
};

const shareOf = (done: number, total: number): number => (total === 0 ? 0 : done / total);

const workState = (phase: string): Work['state'] =>
  phase === 'opening' || phase === 'listing'
    ? 'starting'
    : phase === 'paused'
      ? 'paused'
      : 'running';

/** Tells the work store of what a store of one kind of work shows. */
function follow<State extends { readonly phase: string }>(
  store: StoreApi<State>,
  name: string,
  share: (state: State) => number | null,
): void {
  store.subscribe((state) => {
    const done = share(state);
    if (done === null) tellEnd(name, outcomes[state.phase] ?? 'done');
    else tellWork(name, { name, state: workState(state.phase), share: done });
  });
}

/** From now on the work store knows of every run, repair, import, classification and lesson. */
export function followWork(): void {
  follow(runStore, RUN_WORK, ({ phase, snapshot }) =>
    isUnderWay(phase) ? shareOf(snapshot?.done ?? 0, snapshot?.total ?? 0) : null,
  );
  follow(repairStore, REPAIR_WORK, ({ phase, snapshot }) =>
    isRepairing(phase) ? (snapshot?.progress ?? 0) : null,
  );
  follow(importStore, 'Import', (state) =>
    isImporting(state) ? shareOf(state.done, state.total) : null,
  );
  follow(cleanStore, 'Check', (state) =>
    isClassifying(state) ? shareOf(state.done, state.total) : null,
  );
  learnStore.subscribe(({ runs }) => {
    for (const [lesson, { phase, share }] of Object.entries(runs)) {
      const id = `Lesson ${lesson}`;
      if (phase === 'running') tellWork(id, { name: 'Lesson', state: 'running', share });
      else tellEnd(id, phase);
    }
  });
}
