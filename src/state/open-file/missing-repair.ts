import { LabError } from '../../protocol/lab-error.ts';
import type { Spec } from '../../protocol/spec.ts';
import { checkRepair } from '../../run/repair/check-repair.ts';
import { repairImages } from '../repair/repair-images.ts';
import { missingHere, missingSet, type PageOffer } from './missing-here.ts';

/** Why a spec is no repair that could be run anywhere; null where it is one. */
function repairFault(spec: Spec): string | null {
  try {
    checkRepair(spec);
    return null;
  } catch (error) {
    if (error instanceof LabError) return error.message;
    throw error;
  }
}

/**
 * What a repair needs and this page does not have.
 * @returns one line that starts with the field; null if it can run here
 */
export function missingForRepair(spec: Spec, offer: PageOffer): string | null {
  const { repair, attack: _attack, ...sweep } = spec;
  const fault = repairFault(spec);
  if (fault !== null || repair === undefined) return fault;
  if (!offer.models.includes(repair.model)) {
    return `repair.model: this page has no model ${repair.model}; it has ${offer.models.join(', ')}`;
  }
  const lacking = repairImages(checkRepair(spec)).flatMap(
    ({ field, images }) => missingSet(field, images, offer) ?? [],
  );
  if (lacking.length > 0) return lacking.join('; ');
  return missingHere({ ...sweep, models: [repair.model] }, offer);
}
