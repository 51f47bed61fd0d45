import { createStore } from 'zustand/vanilla';

export interface ShownRuns {
  /** Ids of the runs that the panels show, under which the archive may know them; null before the first. */
  readonly measure: string | null;
  readonly repair: string | null;
}

/** Which runs are shown. A result that was read from a file is shown in their place, without an id. */
export const shownRuns = createStore<ShownRuns>()(() => ({ measure: null, repair: null }));
