import type { ComparedModel } from '../../run/compare/compare-types.ts';
import { repairComparison } from '../../run/compare/repair-comparison.ts';
import { readArchived } from '../archive/archive.ts';
import type { ArchivedRun } from '../archive/archived-run.ts';
import type { ArchivedContent } from '../archive/run-content.ts';
import { modelName } from '../models/model-list.ts';
import type { CompareColumn, CompareRun, ShownComparison } from './compare-store.ts';

interface ReadRuns {
  readonly runs: CompareRun[];
  readonly models: Map<string, ComparedModel>;
  readonly repairs: ShownComparison[];
  readonly notes: string[];
}

/** The name of a run, numbered where an earlier one has the same. */
function ownName({ name }: ArchivedRun, earlier: readonly ArchivedRun[]): string {
  const same = earlier.filter((run) => run.name === name).length;
  return same === 0 ? name : `${name} (${same + 1})`;
}

function addSweep(
  content: Extract<ArchivedContent, { kind: 'sweep' }>,
  id: string,
  name: string,
  { runs, models, notes }: ReadRuns,
): void {
  const { record, result, snapshot } = content;
  if (record === null) {
    notes.push(`${name} has not classified anything yet.`);
    return;
  }
  const backend = result?.manifest.backend ?? snapshot?.backend ?? '';
  const columns = record.plan.models.map((model, at): CompareColumn => {
    const own = { id: `${id}/${at}`, run: id, modelName: modelName(model.id), backend };
    return { ...own, name: `${own.modelName} in ${name}` };
  });
  for (const [model, column] of columns.entries()) {
    models.set(column.id, { name: column.name, backend, record, model });
  }
  runs.push({ id, name, columns });
}

/** What kept runs can be compared by; what cannot is named with the reason. */
export async function readRuns(picked: readonly ArchivedRun[]): Promise<ReadRuns> {
  const read: ReadRuns = { runs: [], models: new Map(), repairs: [], notes: [] };
  for (const [at, run] of picked.entries()) {
    const name = ownName(run, picked.slice(0, at));
    const content = await readArchived(run.id);
    switch (content.kind) {
      case 'sweep':
        addSweep(content, run.id, name, read);
        break;
      case 'repair': {
        const { result } = content;
        const comparison = result && repairComparison(result, modelName);
        if (result === null || comparison === null) {
          read.notes.push(`${name} ended before its models were judged.`);
          break;
        }
        const title = `Before and after repair: ${name}`;
        const apart = comparison.others.map(() => null);
        read.repairs.push({ id: run.id, title, spec: result.spec, comparison, apart });
        break;
      }
      case 'attack':
      case 'inspection':
        read.notes.push(
          `${name} is an ${content.kind}: sweeps and repairs are compared image by image, others are not.`,
        );
    }
  }
  return read;
}
