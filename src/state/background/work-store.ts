import { createStore } from 'zustand/vanilla';

/** What does the run of Measure, and what the repair. */
export const RUN_WORK = 'Run';
export const REPAIR_WORK = 'Repair';

/** What computes for seconds or longer. */
export interface Work {
  /** What it is, at the start of a sentence: "Run", "Repair". */
  readonly name: string;
  readonly state: 'starting' | 'running' | 'paused';
  /** 0 … 1 */
  readonly share: number;
}

/** How work came to its end. */
export interface EndedWork {
  readonly name: string;
  readonly outcome: 'done' | 'cancelled' | 'failed';
}

interface WorkState {
  /** By what does it; the first to have begun comes first. */
  readonly underWay: ReadonlyMap<string, Work>;
  /** The last that has ended; null before. */
  readonly ended: EndedWork | null;
}

/** All long work of the page, whichever panel began it. */
export const workStore = createStore<WorkState>()(() => ({ underWay: new Map(), ended: null }));

/**
 * Tells that work goes on.
 * @param id of what does it; one can do one work at a time
 */
export function tellWork(id: string, work: Work): void {
  const { underWay } = workStore.getState();
  const before = underWay.get(id);
  if (work.share === before?.share && work.state === before.state) return;
  workStore.setState({ underWay: new Map(underWay).set(id, work) });
}

/** Tells that work is no longer under way; without effect where it was not. */
export function tellEnd(id: string, outcome: EndedWork['outcome']): void {
  const underWay = new Map(workStore.getState().underWay);
  const work = underWay.get(id);
  if (work === undefined) return;
  underWay.delete(id);
  workStore.setState({ underWay, ended: { name: work.name, outcome } });
}

/** The work that speaks for the page: the one that began first. */
export function leadingWork({ underWay }: Pick<WorkState, 'underWay'>): Work | null {
  return underWay.values().next().value ?? null;
}
