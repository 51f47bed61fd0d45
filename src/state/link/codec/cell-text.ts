import type { RankCell } from '../../../protocol/spec.ts';
import type { PinnedAttack } from '../../attack-answer/attack-view-store.ts';
import type { PinnedCell } from '../../answer/view-store.ts';
import { numberText, valueText, wholeText, wordText, type FieldText } from './field-texts.ts';
import { LinkFault } from './link-fault.ts';

function partsOf(text: string, form: string): string[] {
  const parts = text.split(',');
  if (parts.length !== form.split(',').length) throw new LinkFault(`it is not of the form ${form}`);
  return parts;
}

/** "64,replace,1" */
export const rankText: FieldText<RankCell> = {
  read: (text) => {
    const [count = '', value = '', region = ''] = partsOf(text, 'count,value,region');
    return {
      count: wholeText.read(count),
      value: valueText.read(value),
      region: numberText.read(region),
    };
  },
  write: ({ count, value, region }) => [count, valueText.write(value), region].join(','),
};

/** "resnet,64,replace,1" */
export const pinText: FieldText<PinnedCell> = {
  read: (text) => {
    const [model = '', ...cell] = partsOf(text, 'model,count,value,region');
    return { model, ...rankText.read(cell.join(',')) };
  },
  write: ({ model, ...cell }) => `${model},${rankText.write(cell)}`,
};

const outcomeText = wordText(['restored', 'stillAdversarial', 'otherWrong']);

/** "resnet,64,replace,1,8,restored"; the size of an attack that has none is a dash. */
export const pinnedAttackText: FieldText<PinnedAttack> = {
  read: (text) => {
    const form = 'model,count,value,region,epsilon,outcome';
    const [model = '', count, value, region, epsilon = '', outcome = ''] = partsOf(text, form);
    return {
      model,
      ...rankText.read([count, value, region].join(',')),
      epsilon: epsilon === '-' ? null : wholeText.read(epsilon),
      outcome: outcomeText.read(outcome),
    };
  },
  write: ({ epsilon, outcome, ...cell }) =>
    [pinText.write(cell), epsilon ?? '-', outcome].join(','),
};
