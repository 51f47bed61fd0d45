import type { OwnModelFacts } from '../../../state/models/own-model.ts';

/** Why a model cannot be repaired; null where it can. */
export function repairRefusal({ inspection, name }: OwnModelFacts): string | null {
  if (inspection.head !== null) return null;
  return `${name} cannot be repaired: its answer does not come from one last layer with weights, which a repair trains.`;
}
