import { attackFields } from './attack-fields.ts';
import { pinnedAttackText, pinText, rankText } from './cell-text.ts';
import {
  listText,
  numberText,
  plainText,
  switchText,
  valueText,
  wholeText,
  wordText,
} from './field-texts.ts';
import { imagesFields } from './images-fields.ts';
import type { LinkField } from './link-fields.ts';
import { modelsText, OWN } from './models-text.ts';
import type { NamedModel } from './named-model.ts';

/** The table that is the address of Measure. */
export const measureFields = (named: readonly NamedModel[]): readonly LinkField[] => [
  { key: 'name', path: ['spec', 'name'], text: plainText },
  { key: 'counts', path: ['spec', 'grid', 'counts'], text: listText(wholeText) },
  { key: 'values', path: ['spec', 'grid', 'values'], text: listText(valueText) },
  { key: 'regions', path: ['spec', 'grid', 'regions'], text: listText(numberText) },
  ...imagesFields,
  { key: 'models', path: ['spec', 'models'], text: modelsText(named) },
  { key: 'eligibility', path: ['spec', 'eligibility'], text: wordText(['common', 'own', 'all']) },
  { key: 'draws', path: ['spec', 'draws'], text: wholeText },
  { key: 'seed', path: ['spec', 'seed'], text: wholeText },
  { key: 'rank', path: ['spec', 'rankAt'], text: rankText },
  ...attackFields,
  { key: 'curve', path: ['view', 'measure'], text: wordText(['accuracy', 'wrong', 'pi']) },
  { key: 'scale', path: ['view', 'scale'], text: wordText(['close', 'full']) },
  { key: 'at', path: ['view', 'activeCount'], text: wholeText },
  { key: 'lines', path: ['view', 'linesBy'], text: wordText(['value', 'region']) },
  { key: 'heldValue', path: ['view', 'held', 'value'], text: valueText },
  { key: 'heldRegion', path: ['view', 'held', 'region'], text: numberText },
  { key: 'pin', path: ['view', 'pinned'], text: pinText },
  { key: 'success', path: ['view', 'attack', 'measure'], text: wordText(['success', 'pi']) },
  {
    key: 'outcome',
    path: ['view', 'attack', 'view'],
    text: wordText(['outcomes', 'restored', 'stillAdversarial', 'otherWrong']),
  },
  { key: 'shownEpsilon', path: ['view', 'attack', 'epsilon'], text: wholeText },
  { key: 'example', path: ['view', 'attack', 'pinned'], text: pinnedAttackText },
  {
    key: 'attackTable',
    path: ['view', 'attack', 'table'],
    text: wordText(['success', 'pi', 'zeros']),
  },
  {
    key: 'recoveryTable',
    path: ['view', 'attack', 'recovery'],
    text: wordText(['restored', 'stillAdversarial', 'otherWrong']),
  },
  { key: 'table', path: ['view', 'table'], text: wordText(['accuracy', 'wrong', 'pi', 'delta']) },
  { key: 'shown', path: ['view', 'gallery', 'show'], text: wordText(['wrong', 'all']) },
  { key: 'draw', path: ['view', 'gallery', 'draw'], text: wholeText },
  { key: 'from', path: ['view', 'gallery', 'start'], text: wholeText },
  { key: 'picture', path: ['view', 'gallery', 'opened'], text: wholeText },
  { key: 'rings', path: ['view', 'gallery', 'rings'], text: switchText('on', 'off') },
];

/** Names of the fields that describe Measure. */
export const measureKeys: readonly string[] = [OWN, ...measureFields([]).map(({ key }) => key)];
