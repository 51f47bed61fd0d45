import { LabError } from '../../protocol/lab-error.ts';
import type { Weight } from '../graph/graph.ts';

/**
 * Makes sure that all weights of a model are numbers.
 * @throws LabError `model-corrupt` naming the first weight that holds NaN or an infinity
 */
export function checkFiniteWeights(weights: ReadonlyMap<string, Weight>): void {
  for (const [name, { values }] of weights) {
    // By index: a third of the time of an iterator, on as many as 138 million values.
    for (let index = 0; index < values.length; index += 1) {
      if (Number.isFinite(values[index])) continue;
      throw new LabError(
        'model-corrupt',
        `Weight "${name}" holds values that are not finite numbers.`,
        name,
      );
    }
  }
}
