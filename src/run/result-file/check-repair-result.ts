import { LabError } from '../../protocol/lab-error.ts';
import type { RepairResult, RepairTable } from '../../protocol/repair-result.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkRepair } from '../repair/check-repair.ts';
import { placeFault } from './check-result.ts';

/** Ids that a repair may speak of: the original's and those of the repaired models. */
type Known = readonly { readonly id: string }[];

interface Estimate {
  readonly images: number;
  readonly correct: number;
  readonly interval: readonly [number, number] | null;
}

function modelFault(model: string, known: Known): string | null {
  return known.some(({ id }) => id === model)
    ? null
    : `model: ${model} is neither the original nor one of repaired`;
}

function estimateFault({ images, correct, interval }: Estimate, draws: number): string | null {
  if (correct > images * draws) return `correct: ${correct} of ${images * draws}`;
  return interval !== null && interval[0] > interval[1]
    ? 'interval: its lower end is above its upper end'
    : null;
}

/** The cells of a table, and how its experiment names them. */
interface TableGrid {
  readonly grid: Spec['grid'];
  readonly name: string;
}

function tableFault(
  table: RepairTable,
  original: string,
  known: Known,
  { grid, name }: TableGrid,
): string | null {
  for (const [index, row] of table.clean.entries()) {
    const fault = modelFault(row.model, known) ?? estimateFault(row, 1);
    if (fault !== null) return `clean[${index}].${fault}`;
  }
  if (!table.clean.some(({ model }) => model === original)) {
    return `clean: the original ${original} is missing`;
  }
  for (const [index, row] of table.cells.entries()) {
    const fault =
      modelFault(row.model, known) ??
      placeFault({ spec: { grid }, models: known }, row, name) ??
      estimateFault(row, table.draws);
    if (fault !== null) return `cells[${index}].${fault}`;
  }
  const place = table.px5.findIndex(({ model }) => modelFault(model, known) !== null);
  return place < 0 ? null : `px5[${place}].${modelFault(table.px5[place]?.model ?? '', known)}`;
}

function specFault({ spec }: RepairResult): string | null {
  try {
    checkRepair(spec);
    return null;
  } catch (error) {
    if (error instanceof LabError) return `spec.${error.message}`;
    throw error;
  }
}

function epochFault(epoch: RepairResult['repaired'][number]['epochs'][number], most: number) {
  if (epoch.epoch > most) return `epoch: ${epoch.epoch} of ${most}`;
  if (epoch.correct > epoch.samples) return `correct: ${epoch.correct} of ${epoch.samples}`;
  for (const name of ['clean', 'changed'] as const) {
    if (epoch[name] > epoch.validationImages) {
      return `${name}: ${epoch[name]} of ${epoch.validationImages}`;
    }
  }
  return null;
}

function trainingFault({ spec, repaired }: RepairResult): string | null {
  const { counts = [], epochs: most = 0 } = spec.repair ?? {};
  for (const [index, { id, count, taken, epochs }] of repaired.entries()) {
    const at = `repaired[${index}]`;
    if (!counts.includes(count)) return `${at}.count: ${count} is not one of spec.repair.counts`;
    if (repaired.findIndex((each) => each.id === id) < index)
      return `${at}.id: ${id} is there twice`;
    if (taken > most) return `${at}.taken: ${taken} of ${most} epochs`;
    for (const [place, epoch] of epochs.entries()) {
      const fault = epochFault(epoch, most);
      if (fault !== null) return `${at}.epochs[${place}].${fault}`;
    }
  }
  return null;
}

function otherFault({ attacks, distances, distanceValues }: RepairResult, known: Known) {
  for (const [index, row] of (attacks ?? []).entries()) {
    const fault =
      modelFault(row.model, known) ??
      (row.fooled > row.examples ? `fooled: ${row.fooled} of ${row.examples}` : null);
    if (fault !== null) return `attacks[${index}].${fault}`;
  }
  for (const [index, row] of (distances ?? []).entries()) {
    const fault =
      modelFault(row.model, known) ??
      (row.larger + row.equal > row.images ? `larger: ${row.larger} of ${row.images}` : null);
    if (fault !== null) return `distances[${index}].${fault}`;
  }
  for (const [index, { model }] of (distanceValues ?? []).entries()) {
    const fault = modelFault(model, known);
    if (fault !== null) return `distanceValues[${index}].${fault}`;
  }
  return null;
}

/**
 * Checks what a schema cannot: that the parts of a repair's result belong together.
 * @returns one line that starts with the field at fault; null if there is none
 */
export function repairResultFault(result: RepairResult): string | null {
  const known = [result.original, ...result.repaired];
  const fault = specFault(result) ?? trainingFault(result);
  if (fault !== null) return fault;
  const { spec, original } = result;
  const { counts = [], value = 'replace', region = 1 } = spec.repair ?? {};
  // The paper's protocol judges by changes like those of the samples.
  const grids = {
    heldOut: { grid: spec.grid, name: 'spec.grid' },
    trainedOn: { grid: { counts, values: [value], regions: [region] }, name: 'spec.repair' },
  };
  for (const name of ['heldOut', 'trainedOn'] as const) {
    const table = result[name];
    const inTable = table && tableFault(table, original.id, known, grids[name]);
    if (inTable !== null) return `${name}.${inTable}`;
  }
  return otherFault(result, known);
}
