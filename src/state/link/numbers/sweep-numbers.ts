import type { SweepResult } from '../../../protocol/result.ts';
import type { LinkedNumber } from './linked-number.ts';
import { cleanNumbers, hashesOf, settingText, type NumbersOf } from './number-parts.ts';

/** By model: of the unchanged images, then the wrong ones of each cell. */
export function sweepNumbers(result: SweepResult): NumbersOf {
  const numbers = result.models.flatMap(({ id: model }): LinkedNumber[] => [
    ...cleanNumbers(result, model),
    ...result.cells
      .filter((cell) => cell.model === model)
      .map((cell) => ({
        model,
        setting: settingText(cell),
        quantity: 'wrong',
        value: cell.wrong,
      })),
  ]);
  return { ...hashesOf(result), numbers };
}
