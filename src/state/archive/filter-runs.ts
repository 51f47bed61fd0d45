import type { ArchivedRun } from './archived-run.ts';
import { runFacts, stateText } from './describe-run.ts';
import type { RunHere } from './run-here.ts';

/** What the list of runs shows. */
export interface RunFilter {
  /** Words that all have to occur in what the row says. */
  readonly text: string;
  /** A tag that the runs have to carry; null for any. */
  readonly tag: string | null;
}

/** A run is found as running whichever tab works on it. */
const RUNNING: RunHere = { state: 'running', share: 0 };

/** Every tag that some run carries, by name. */
export function allTags(runs: readonly ArchivedRun[]): string[] {
  return [...new Set(runs.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));
}

function wordsOf(run: ArchivedRun): string {
  const said = [run.name, ...run.tags, ...runFacts(run), stateText(run, RUNNING) ?? 'Finished'];
  return said.join(' ').toLocaleLowerCase();
}

/** The runs that pass a filter, in their order. */
export function filteredRuns(
  runs: readonly ArchivedRun[],
  { text, tag }: RunFilter,
): readonly ArchivedRun[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return runs.filter((run) => {
    if (tag !== null && !run.tags.includes(tag)) return false;
    const said = wordsOf(run);
    return words.every((word) => said.includes(word));
  });
}
