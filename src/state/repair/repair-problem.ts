import { LabError } from '../../protocol/lab-error.ts';
import { checkCellsFit } from '../../run/check-spec.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import type { RepairExperiment } from '../../run/repair/repair-types.ts';
import type { ModelFacts } from '../models/model-facts.ts';

/** A part of the sentence that can be at fault. */
export interface RepairProblem {
  readonly part: 'counts' | 'region' | 'images' | 'test' | 'other';
  /** What is wrong and what to change, for a person. */
  readonly message: string;
}

function explain({ subject = '', message }: LabError): RepairProblem {
  const plain = message.replace(`${subject}: `, '');
  const part = /counts/.test(subject) ? 'counts' : /regions/.test(subject) ? 'region' : 'other';
  return { part, message: `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.` };
}

/**
 * What keeps a repair from being run; null where nothing does.
 * @param model facts of the one to repair, where they are known; counts are checked against its size
 */
export function repairProblem(
  spec: RepairExperiment,
  model: Pick<ModelFacts, 'id' | 'inputSize'> | undefined,
): RepairProblem | null {
  try {
    checkRepair(spec);
    // The samples and the draws that judge lie in the same region.
    const counts = [...new Set([...spec.repair.counts, ...spec.grid.counts])];
    checkCellsFit({ ...spec, grid: { ...spec.grid, counts } }, model ? [model] : []);
    return null;
  } catch (error) {
    if (error instanceof LabError) return explain(error);
    throw error;
  }
}
