import { answersApart } from '../../run/compare/answers-apart.ts';
import { compareModels } from '../../run/compare/compare-models.ts';
import type { ComparedModel } from '../../run/compare/compare-types.ts';
import { archivedRuns } from '../archive/archive.ts';
import { asErrorData } from '../as-error-data.ts';
import { compareStore } from './compare-store.ts';
import { readRuns } from './read-runs.ts';

/** The records of the runs that are open, by the id of the column. */
let columns: ReadonlyMap<string, ComparedModel> = new Map();
/** Counts choices, so that an earlier one that takes longer is not shown. */
let latest = 0;

async function compare(): Promise<void> {
  latest += 1;
  const own = latest;
  const { chosen, baseline } = compareStore.getState();
  const first = baseline === null ? undefined : columns.get(baseline);
  const others = chosen.filter((id) => id !== baseline).flatMap((id) => columns.get(id) ?? []);
  compareStore.setState({ comparison: null, error: null });
  if (first === undefined || others.length === 0) return;
  try {
    const comparison = await compareModels(first, others);
    if (own !== latest) return;
    const apart = others.map((other) => answersApart(first, other));
    const { spec } = first.record;
    compareStore.setState({ comparison: { id: 'chosen', title: null, spec, comparison, apart } });
  } catch (error) {
    if (own === latest) compareStore.setState({ error: asErrorData(error) });
  }
}

/** What is chosen of runs that are put side by side. */
export interface ComparisonView {
  /** Ids of columns; those that the runs do not have are left out. */
  readonly chosen: readonly string[] | null;
  readonly baseline: string | null;
  readonly active: number | null;
}

const NOT_THERE = 'The link names a model that these runs do not have; it is left out.';

const usualView: ComparisonView = { chosen: null, baseline: null, active: null };

/**
 * Opens kept runs side by side.
 * @param view default: the first model of each, compared with that of the oldest run
 */
export async function openComparison(
  ids: readonly string[],
  { chosen: wanted, baseline: wantedBaseline, active }: ComparisonView = usualView,
): Promise<void> {
  latest += 1;
  const own = latest;
  const blank = compareStore.getInitialState();
  compareStore.setState({ ...blank, phase: 'reading', asked: [...ids], active });
  try {
    const listed = await archivedRuns();
    // The older one is the usual baseline.
    const picked = listed
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => a.created - b.created);
    const { runs, models, repairs, notes } = await readRuns(picked);
    if (own !== latest) return;
    columns = models;
    const [only] = runs;
    // One run alone is compared within itself.
    const usual =
      runs.length === 1 && only
        ? only.columns.map(({ id }) => id)
        : runs.flatMap((run) => run.columns[0]?.id ?? []);
    const chosen = wanted?.filter((id) => models.has(id)) ?? usual;
    const isCut = wanted !== null && chosen.length < wanted.length;
    const isOffered = wantedBaseline !== null && chosen.includes(wantedBaseline);
    const baseline = isOffered ? wantedBaseline : (chosen[0] ?? null);
    compareStore.setState({ phase: 'open', runs, chosen, baseline, repairs });
    compareStore.setState({ notes: isCut ? [...notes, NOT_THERE] : notes });
    await compare();
  } catch (error) {
    if (own === latest) compareStore.setState({ phase: 'open', error: asErrorData(error) });
  }
}

/** Chooses the models of one run that are compared. */
export function chooseModels(run: string, ids: readonly string[]): void {
  const { runs, chosen, baseline } = compareStore.getState();
  const next = runs.flatMap(({ id, columns: own }) =>
    own.map((column) => column.id).filter((column) => (id === run ? ids : chosen).includes(column)),
  );
  const stays = baseline !== null && next.includes(baseline);
  compareStore.setState({ chosen: next, baseline: stays ? baseline : (next[0] ?? null) });
  void compare();
}

export function chooseBaseline(id: string): void {
  compareStore.setState({ baseline: id });
  void compare();
}

export function closeComparison(): void {
  latest += 1;
  columns = new Map();
  compareStore.setState(compareStore.getInitialState());
}
