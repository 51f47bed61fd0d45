import type { BoundaryAnswer } from '../../protocol/inspect.ts';
import { measureDistances } from '../repair/measure-distances.ts';
import type { InspectedModel } from './inspected-model.ts';
import { signedMargin } from './signed-margin.ts';

/**
 * How far a picture lies from the decision boundary of its class.
 * @throws LabError `non-finite` where a logit is not a number
 */
export async function boundary(
  { target, check, judge }: InspectedModel,
  bytes: Uint8Array,
  label: number,
): Promise<BoundaryAnswer> {
  check(bytes, label);
  const { logits } = await judge([bytes]);
  const { feature, input } = await measureDistances(target, [{ bytes, label, key: [0, 0] }], true);
  return {
    ...signedMargin(logits[0] ?? new Float32Array(), label),
    input: input?.[0] ?? Number.NaN,
    feature: feature?.[0] ?? null,
  };
}
