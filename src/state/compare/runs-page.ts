import { archiveStore, listedRun } from '../archive/archive-store.ts';
import { allTags } from '../archive/filter-runs.ts';
import { runsView } from '../archive/runs-view.ts';
import { fieldReader, type FieldReader } from '../link/codec/field-reader.ts';
import { listText, plainText, wholeText, type FieldText } from '../link/codec/field-texts.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import { samePlain } from '../link/codec/paths.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { runText } from '../link/codec/shared-fields.ts';
import type { ViewPage } from '../link/link-page.ts';
import { closeComparison, openComparison, type ComparisonView } from './compare-controller.ts';
import { compareStore } from './compare-store.ts';

/** Runs and models in them that one address may name. */
const MOST_RUNS = 64;
const MOST_LETTERS = MOST_RUNS * 40;

const runsText = listText(runText);

/** "1.0": a model of a compared run, by the places of both. */
const columnText = (runs: readonly string[]): FieldText<string> => ({
  read: (text) => {
    const [, at, model] = /^(\d{1,2})\.(\d{1,2})$/.exec(text) ?? [];
    const run = runs[Number(at)];
    if (at === undefined || run === undefined) {
      throw new LinkFault('it is not the place of a compared run, a point, and that of its model');
    }
    return `${run}/${Number(model)}`;
  },
  write: (column) => {
    const [run = '', model = ''] = column.split('/');
    return `${runs.indexOf(run)}.${model}`;
  },
});

interface NamedRuns {
  readonly named: readonly string[];
  readonly held: readonly string[];
}

/** The runs of a field that this browser keeps; the others are told. */
function heldRuns({ take, refuse }: FieldReader, key: string): NamedRuns {
  const ids = [...new Set(take(key, runsText, MOST_LETTERS) ?? [])];
  const held = ids.filter((id) => listedRun(id) !== null);
  const gone = ids.length - held.length;
  if (gone > 0) {
    const which = gone === ids.length ? 'these runs' : `${gone} of these runs`;
    refuse(key, `this browser does not keep ${which}: runs stay where they were made`);
  }
  return { named: ids, held };
}

function readComparison(reader: FieldReader, runs: readonly string[]): ComparisonView {
  const { take } = reader;
  const column = columnText(runs);
  return {
    chosen: take('columns', listText(column)) ?? null,
    baseline: take('baseline', column) ?? null,
    active: take('at', wholeText) ?? null,
  };
}

function showComparison(runs: readonly string[], view: ComparisonView): void {
  const { phase, asked, chosen, baseline, active } = compareStore.getState();
  if (runs.length === 0) {
    if (phase !== 'closed') closeComparison();
    return;
  }
  const isShown = samePlain(
    [asked, chosen, baseline, active],
    [runs, view.chosen ?? chosen, view.baseline ?? baseline, view.active],
  );
  if (phase === 'closed' || !isShown) void openComparison(runs, view);
}

function comparisonEntries(): QueryEntry[] {
  const { phase, asked, chosen, baseline, active } = compareStore.getState();
  if (phase === 'closed') return [];
  const column = columnText(asked);
  return [
    ['compare', asked.join(',')],
    ...(chosen.length === 0 ? [] : [['columns', listText(column).write([...chosen])] as const]),
    ...(baseline === null ? [] : [['baseline', column.write(baseline)] as const]),
    ...(active === null ? [] : [['at', String(active)] as const]),
  ];
}

/** Runs in the address: what is looked for, what is ticked, and what is compared. */
export const runsPage: ViewPage = {
  panel: 'runs',
  keys: ['find', 'tag', 'ticked', 'compare', 'columns', 'baseline', 'at'],
  open: (entries, isListed) => {
    if (!isListed) return null;
    const reader = fieldReader(entries);
    const text = reader.take('find', plainText, 200) ?? '';
    const tag = reader.take('tag', plainText) ?? null;
    const isTag = tag !== null && allTags(archiveStore.getState().runs).includes(tag);
    if (tag !== null && !isTag) reader.refuse('tag', 'no run in this browser has this tag');
    runsView.setState({
      text,
      tag: isTag ? tag : null,
      selected: heldRuns(reader, 'ticked').held,
    });
    const { named, held } = heldRuns(reader, 'compare');
    showComparison(held, readComparison(reader, named));
    return reader.refused;
  },
  entries: () => {
    const { phase } = compareStore.getState();
    // What is chosen is known once the runs are read.
    if (phase === 'reading') return null;
    const { text, tag, selected } = runsView.getState();
    return [
      ...(text === '' ? [] : [['find', text] as const]),
      ...(tag === null ? [] : [['tag', tag] as const]),
      ...(selected.length === 0 ? [] : [['ticked', runsText.write([...selected])] as const]),
      ...comparisonEntries(),
    ];
  },
  subscribe: (listener) => {
    const stops = [runsView.subscribe(listener), compareStore.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  },
};
