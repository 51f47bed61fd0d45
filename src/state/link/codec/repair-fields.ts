import { rankText } from './cell-text.ts';
import { listText, numberText, plainText, valueText, wholeText, wordText } from './field-texts.ts';
import { imagesFields, setText, splitText } from './images-fields.ts';
import type { LinkField } from './link-fields.ts';
import { modelText, OWN } from './models-text.ts';
import type { NamedModel } from './named-model.ts';
import { repairViewFields } from './repair-view-fields.ts';

const ofRepair = (key: string, text: LinkField['text'], name = key): LinkField => ({
  key,
  path: ['spec', 'repair', name],
  text,
});

/** What is trained, and on what. */
const sampleFields: readonly LinkField[] = [
  ofRepair('counts', listText(wholeText)),
  ofRepair('value', valueText),
  ofRepair('region', numberText),
  ofRepair('arm', wordText(['pixels', 'noise', 'flip-shift', 'erasing'])),
  ofRepair('training', wholeText, 'images'),
  ofRepair('validation', wholeText, 'validationImages'),
  { key: 'trainingSet', path: ['train'], text: setText },
  { key: 'validationSet', path: ['validation'], text: setText },
  { key: 'trainingSplit', path: ['splits', 'train'], text: splitText, without: 'trainingSet' },
  {
    key: 'validationSplit',
    path: ['splits', 'validation'],
    text: splitText,
    without: 'validationSet',
  },
  ofRepair('copies', wholeText),
  ofRepair('cleanShare', numberText),
  ofRepair('classes', listText(wholeText)),
];

const trainingFields: readonly LinkField[] = [
  ofRepair('layers', wordText(['last', 'block', 'all'])),
  ofRepair('head', wordText(['fresh', 'keep'])),
  ofRepair('optimiser', wordText(['sgd', 'adam'])),
  ofRepair('momentum', numberText),
  ofRepair('rate', numberText, 'learningRate'),
  ofRepair('schedule', wordText(['constant', 'cosine'])),
  ofRepair('decay', numberText, 'weightDecay'),
  ofRepair('epochs', wholeText),
  ofRepair('batch', wholeText),
  ofRepair('take', wordText(['best', 'last'])),
];

/** How the repaired models are judged. */
const judgementFields: readonly LinkField[] = [
  ...imagesFields,
  { key: 'judged', path: ['spec', 'grid', 'counts'], text: listText(wholeText) },
  { key: 'judgedValues', path: ['spec', 'grid', 'values'], text: listText(valueText) },
  { key: 'judgedRegions', path: ['spec', 'grid', 'regions'], text: listText(numberText) },
  { key: 'rank', path: ['spec', 'rankAt'], text: rankText },
  { key: 'eligibility', path: ['spec', 'eligibility'], text: wordText(['common', 'own', 'all']) },
  { key: 'draws', path: ['spec', 'draws'], text: wholeText },
  ofRepair('epsilons', listText(wholeText)),
  ofRepair('attacked', wholeText, 'attackImages'),
  ofRepair('distances', wholeText, 'distanceImages'),
];

/** The table that is the address of Repair. */
export const repairFields = (named: readonly NamedModel[]): readonly LinkField[] => [
  { key: 'name', path: ['spec', 'name'], text: plainText },
  { key: 'models', path: ['model'], text: modelText(named) },
  { key: 'seed', path: ['spec', 'seed'], text: wholeText },
  ...sampleFields,
  ...trainingFields,
  ...judgementFields,
  ...repairViewFields,
];

/** Names of the fields that describe Repair. */
export const repairKeys: readonly string[] = [OWN, ...repairFields([]).map(({ key }) => key)];
