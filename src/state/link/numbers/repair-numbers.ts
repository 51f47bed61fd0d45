import { sha256 } from '../../../core/sha256.ts';
import type { RepairResult } from '../../../protocol/repair-result.ts';
import type { LinkedNumber } from './linked-number.ts';
import { settingText, type NumbersOf } from './number-parts.ts';

/** On held-out images: right ones of each model unchanged and at each cell, then under attack. */
export function repairNumbers({ original, sets, heldOut, attacks }: RepairResult): NumbersOf {
  const clean = (heldOut?.clean ?? []).map(({ model, correct }): LinkedNumber => ({
    model,
    setting: 'unchanged images',
    quantity: 'right',
    value: correct,
  }));
  const cells = (heldOut?.cells ?? []).map((cell): LinkedNumber => ({
    model: cell.model,
    setting: settingText(cell),
    quantity: 'right',
    value: cell.correct,
  }));
  const fooled = (attacks ?? []).map((each): LinkedNumber => ({
    model: each.model,
    setting: `${each.attack.toUpperCase()} with ε ${each.epsilon}, made on ${each.craftedOn === 'original' ? 'the original' : 'the model itself'}`,
    quantity: 'fooled',
    value: each.fooled,
  }));
  const { train, validation, test } = sets;
  return {
    images: sha256(new TextEncoder().encode([train.hash, validation.hash, test.hash].join('\n'))),
    models: [{ id: original.id, hash: original.hash }],
    numbers: [...clean, ...cells, ...fooled],
  };
}
