import { createStore } from 'zustand/vanilla';
import type { RunFilter } from './filter-runs.ts';

interface RunsView extends RunFilter {
  /** Ids of the runs that are ticked. */
  readonly selected: readonly string[];
  /** Id of the run whose name and tags are being edited. */
  readonly edited: string | null;
  /** Ids of interrupted runs that are not offered again in this visit. */
  readonly putOff: readonly string[];
}

/** What the Runs panel shows; kept while other panels are looked at. */
export const runsView = createStore<RunsView>()(() => ({
  text: '',
  tag: null,
  selected: [],
  edited: null,
  putOff: [],
}));

export function tickRun(id: string, isTicked: boolean): void {
  runsView.setState(({ selected }) => ({
    selected: isTicked ? [...selected, id] : selected.filter((each) => each !== id),
  }));
}

/** Offers an interrupted run in the list of runs alone. */
export function putOff(id: string): void {
  runsView.setState((state) => ({ putOff: [...state.putOff, id] }));
}
