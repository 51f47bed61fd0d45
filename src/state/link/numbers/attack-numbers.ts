import type { AttackResult } from '../../../protocol/attack-result.ts';
import { cleanNumbers, hashesOf, settingText, type NumbersOf } from './number-parts.ts';
import type { LinkedNumber } from './linked-number.ts';

function strength({ epsilon, pixels }: AttackResult['attacks'][number]): string {
  return epsilon === null ? `attack on ${pixels ?? 'some'} pixels` : `attack with ε ${epsilon}`;
}

/** By model: of the unchanged images, the examples of each attack, then what became of them. */
export function attackNumbers(result: AttackResult): NumbersOf {
  const numbers = result.models.flatMap(({ id: model }): LinkedNumber[] => {
    const attacks = result.attacks.filter((each) => each.model === model);
    const recovery = attacks.flatMap((attack) =>
      result.cells
        .filter(
          (cell) =>
            cell.model === model &&
            cell.epsilon === attack.epsilon &&
            cell.pixels === attack.pixels,
        )
        .flatMap((cell): LinkedNumber[] => {
          const setting = `${strength(attack)}, then ${settingText(cell)}`;
          return [
            { model, setting, quantity: 'restored', value: cell.restored.count },
            { model, setting, quantity: 'still adversarial', value: cell.stillAdversarial.count },
          ];
        }),
    );
    return [
      ...cleanNumbers(result, model),
      ...attacks.map((attack) => ({
        model,
        setting: strength(attack),
        quantity: 'adversarial',
        value: attack.examples.count,
      })),
      ...recovery,
    ];
  });
  return { ...hashesOf(result), numbers };
}
