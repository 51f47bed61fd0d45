import type { OwnModelFacts } from '../models/own-model.ts';

/** Why a model cannot be repaired whatever the images; null where it can. */
export function headProblem({ inspection, name }: OwnModelFacts): string | null {
  if (inspection.head !== null) return null;
  return `${name} cannot be repaired: its answer does not come from one last layer with weights, which a repair trains.`;
}
