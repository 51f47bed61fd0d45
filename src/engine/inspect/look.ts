import type { Look } from '../../protocol/inspect.ts';
import { softmax } from '../lane/softmax.ts';
import type { InspectedModel } from './inspected-model.ts';

/**
 * What a model says of one picture.
 * @throws LabError `internal` where the picture does not have the model's size
 */
export async function look({ check, judge }: InspectedModel, bytes: Uint8Array): Promise<Look> {
  check(bytes);
  const { logits, predicted, margins } = await judge([bytes]);
  return {
    predicted: predicted[0] ?? 0,
    probabilities: softmax(logits[0] ?? new Float32Array()),
    margin: margins[0] ?? 0,
  };
}
