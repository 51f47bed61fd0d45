import { createStore } from 'zustand/vanilla';
import { LabError, type LabErrorData } from '../../../protocol/lab-error.ts';
import { describeIssues } from '../../../protocol/parse-spec.ts';
import { asErrorData } from '../../as-error-data.ts';
import { runsChanged } from '../archive-store.ts';
import type { ArchivedRun } from '../archived-run.ts';
import { changeRun, keptPack, keptRun } from '../kept-runs.ts';
import { migrated } from '../migrations.ts';
import { pack, unpack, type Packed } from '../pack.ts';
import { contentSchema } from './content-schema.ts';
import { factsSchema } from './facts-schema.ts';
import { readArchive, type UncheckedRun } from './read-archive.ts';

interface RefusedRun {
  /** Position among the refused. */
  readonly id: number;
  readonly name: string;
  readonly why: string;
}

interface ImportState {
  readonly phase: 'idle' | 'reading' | 'done';
  /** Name of the file. */
  readonly file: string;
  readonly added: number;
  /** Runs that were here already, as they are in the file. */
  readonly same: number;
  /** Runs that are not in order, by name, and why. */
  readonly refused: readonly RefusedRun[];
  /** Why the rest of the file was not read; null where all of it was. */
  readonly error: LabErrorData | null;
}

const blank: ImportState = {
  phase: 'idle',
  file: '',
  added: 0,
  same: 0,
  refused: [],
  error: null,
};

/** What came of the last import. */
export const importedRuns = createStore<ImportState>()(() => blank);

function nameIn({ run }: UncheckedRun): string {
  const { name } = run;
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : 'A run without a name';
}

type Outcome = 'added' | 'same';

interface CheckedRun {
  readonly run: ArchivedRun;
  readonly content: Packed | null;
}

/** @throws LabError `archive-corrupt` naming the field */
function checkedRun(unchecked: UncheckedRun): CheckedRun {
  const facts = factsSchema.safeParse(migrated(unchecked.run));
  if (!facts.success) throw fault(facts.error);
  const run = facts.data as ArchivedRun;
  const settled: ArchivedRun = run.state === 'running' ? { ...run, state: 'interrupted' } : run;
  if (unchecked.content === null) return { run: settled, content: null };
  const content = contentSchema.safeParse(unpack(unchecked.content));
  if (!content.success) throw fault(content.error);
  if (content.data.kind !== run.kind) {
    throw new LabError('archive-corrupt', 'kind: its findings are those of another kind of run');
  }
  return { run: settled, content: pack(content.data) };
}

function fault(error: Parameters<typeof describeIssues>[0]): LabError {
  const { field, message } = describeIssues(error);
  return new LabError('archive-corrupt', field === '' ? message : `${field}: ${message}`);
}

/** What makes two runs the same; when they were last changed does not. */
function essence({
  updated: _updated,
  bytes: _bytes,
  state: _state,
  ...facts
}: ArchivedRun): string {
  return JSON.stringify(facts, (_key, value: unknown) => sorted(value));
}

/** Objects with their keys in order, as two that hold the same are the same. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function sameContent(one: Packed | null, other: Packed | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    JSON.stringify(one.frame) === JSON.stringify(other.frame) && sameBytes(one.bytes, other.bytes)
  );
}

/** Adds a run under an id that no other has; nothing that is here is replaced. */
async function addRun({ run, content }: CheckedRun, inFile: UncheckedRun): Promise<Outcome> {
  const before = await keptRun(run.id);
  // Kept by a run, as it lies in the file, or by an earlier import, as it was read.
  const isKnown =
    before !== null && [run, migrated(inFile.run)].map(essence).includes(essence(before));
  if (isKnown) {
    const kept = await keptPack(run.id);
    if (sameContent(kept, inFile.content) || sameContent(kept, content)) return 'same';
  }
  const id = before === null ? run.id : crypto.randomUUID();
  await changeRun(id, run.name, () => ({ ...run, id }), content ?? undefined);
  return 'added';
}

/** @throws LabError `storage` where there is no room for more */
async function take(unchecked: UncheckedRun): Promise<void> {
  let checked: CheckedRun;
  try {
    checked = checkedRun(unchecked);
  } catch (error) {
    const [name, why] = [nameIn(unchecked), asErrorData(error).message];
    importedRuns.setState(({ refused }) => ({
      refused: [...refused, { id: refused.length, name, why }],
    }));
    return;
  }
  const outcome = await addRun(checked, unchecked);
  importedRuns.setState((state) =>
    outcome === 'added' ? { added: state.added + 1 } : { same: state.same + 1 },
  );
}

/** Adds the runs of a file to those that are kept, and says what became of them. */
export async function importArchive(file: File): Promise<void> {
  importedRuns.setState({ ...blank, phase: 'reading', file: file.name });
  try {
    for await (const unchecked of readArchive(file)) await take(unchecked);
  } catch (error) {
    importedRuns.setState({ error: asErrorData(error) });
  }
  importedRuns.setState({ phase: 'done' });
  await runsChanged();
}

/** Puts the report of the last import away. */
export function dismissImport(): void {
  importedRuns.setState(blank);
}
