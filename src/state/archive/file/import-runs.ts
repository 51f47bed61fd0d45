import { createStore } from 'zustand/vanilla';
import { LabError, type LabErrorData } from '../../../protocol/lab-error.ts';
import { describeIssues } from '../../../protocol/parse-spec.ts';
import { asErrorData } from '../../as-error-data.ts';
import { runsChanged } from '../archive-store.ts';
import type { ArchivedRun } from '../archived-run.ts';
import { keptContent } from '../kept-findings.ts';
import { changeFindings, changeRun, keptRun } from '../kept-runs.ts';
import { migrated, migratedContent } from '../migrations.ts';
import { unpackFirst, type FirstPacked } from '../pack/first-layout.ts';
import { layOut, type Packed } from '../pack/pack.ts';
import { unpack } from '../pack/unpack.ts';
import { contentSchema } from './content-schema.ts';
import { factsSchema } from './facts-schema.ts';
import { withKeptModels, type FiledContent } from './filed-models.ts';
import { readArchive, type UncheckedRun } from './read-archive.ts';
import { sameContent, sameFacts } from './same-run.ts';

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
  readonly content: FiledContent | null;
}

function unpacked(content: Packed | FirstPacked): Promise<unknown> {
  return 'parts' in content ? unpack(content) : Promise.resolve(unpackFirst(content));
}

/** @throws LabError `archive-corrupt` naming the field */
async function checkedRun(unchecked: UncheckedRun): Promise<CheckedRun> {
  const facts = factsSchema.safeParse(migrated(unchecked.run));
  if (!facts.success) throw fault(facts.error);
  const run = facts.data as ArchivedRun;
  const settled: ArchivedRun = run.state === 'running' ? { ...run, state: 'interrupted' } : run;
  if (unchecked.content === null) return { run: settled, content: null };
  const content = contentSchema.safeParse(migratedContent(await unpacked(unchecked.content)));
  if (!content.success) throw fault(content.error);
  if (content.data.kind !== run.kind) {
    throw new LabError('archive-corrupt', 'kind: its findings are those of another kind of run');
  }
  return { run: settled, content: content.data as FiledContent };
}

function fault(error: Parameters<typeof describeIssues>[0]): LabError {
  const { field, message } = describeIssues(error);
  return new LabError('archive-corrupt', field === '' ? message : `${field}: ${message}`);
}

/** Whether a run is kept here as it lies in a file, or as an earlier import has read it from there. */
async function isKept(before: ArchivedRun, { run, content }: CheckedRun, inFile: UncheckedRun) {
  if (![run, migrated(inFile.run)].some((each) => sameFacts(before, each))) return false;
  const kept = await keptContent(run.id);
  const filed = inFile.content && migratedContent(await unpacked(inFile.content));
  return (await sameContent(kept, filed)) || (await sameContent(kept, content));
}

/** Adds a run under an id that no other has; nothing that is here is replaced. */
async function addRun(checked: CheckedRun, inFile: UncheckedRun): Promise<Outcome> {
  const { run, content } = checked;
  const found = await keptRun(run.id);
  // One that was deleted makes place for the one of the file.
  const before = found?.deleted === null ? found : null;
  if (before !== null && (await isKept(before, checked, inFile))) return 'same';
  const id = before === null ? run.id : crypto.randomUUID();
  if (content === null) {
    await changeRun(id, run.name, () => ({ ...run, id }));
    return 'added';
  }
  const whole = content.kind === 'repair' ? await withKeptModels(content) : content;
  await changeFindings(id, run.name, () => ({ ...run, id }), layOut(whole));
  return 'added';
}

/** @throws LabError `storage` where there is no room for more */
async function take(unchecked: UncheckedRun): Promise<void> {
  let checked: CheckedRun;
  try {
    checked = await checkedRun(unchecked);
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
