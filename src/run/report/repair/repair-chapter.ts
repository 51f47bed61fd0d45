import type { RepairResult } from '../../../protocol/repair-result.ts';
import { featureSpaceMissing } from '../../finding/repair/distance-finding.ts';
import { describeRepair, missingBecause } from '../../finding/repair/describe-repair.ts';
import { armOf, epochsText, modelNames } from '../../finding/repair/repair-wording.ts';
import type { NameOf } from '../../finding/wording.ts';
import type { Block, Section } from '../document.ts';
import { changeText, countsText, drawsText, imagesText, valueName } from '../experiment-words.ts';
import { commonLimits } from '../method/limits.ts';
import { integer } from '../../number-text.ts';
import { figuresSection, findingSection, limitsSection, questionSection } from '../sections.ts';
import { attackFigure, distanceFigures, rightFigure } from './repair-figures.ts';
import { attackTables, claimsTable, distanceTable, trainingTable } from './judgement-tables.ts';
import { accuracyTables, indexTables, type NamedTable } from './repair-tables.ts';

const armNames = {
  pixels: 'changed pixels',
  noise: 'Gaussian noise',
  'flip-shift': 'flips and shifts',
  erasing: 'random erasing',
} as const;

const layerNames = { last: 'the last layer', block: 'the last block', all: 'all layers' } as const;

function question(result: RepairResult, original: string): Block[] {
  const { spec, sets } = result;
  const { repair } = spec;
  const samples =
    repair === undefined
      ? ''
      : armOf(result) === 'pixels'
        ? `${countsText(repair.counts)} set to ${valueName(repair.value)}`
        : armNames[repair.arm];
  const how =
    repair === undefined
      ? ''
      : ` ${original} is fine-tuned on ${integer(sets.train.images)} training images with ${samples}: ${layerNames[repair.layers]} free, ${epochsText(repair.epochs)} of ${repair.optimiser === 'sgd' ? `gradient descent with momentum ${repair.momentum}` : 'Adam'}, learning rate ${repair.learningRate}, batches of ${repair.batch}; the weights of the ${repair.take === 'best' ? `epoch that is best on ${integer(sets.validation.images)} validation images` : 'last epoch'} are taken.`;
  return [
    {
      kind: 'lead',
      text: `Does fine-tuning on images with a few changed pixels make ${original} more robust, on images that it has not seen?`,
    },
    {
      kind: 'paragraph',
      text: `${how.trim()} The original and the repaired models are judged on ${imagesText(spec.images)}, unchanged and changed: ${changeText(spec.grid)}, ${drawsText(spec.draws)}; seed ${spec.seed}.`.trim(),
    },
  ];
}

function limits(result: RepairResult): string[] {
  const feature = featureSpaceMissing(result);
  return [
    'Each repaired model is one training with one seed. Another seed gives another model; the tests compare these models, not the recipe.',
    'A model that withstands these attacks need not withstand others, or the same ones made stronger or adapted to it.',
    ...(result.trainedOn === null
      ? []
      : [
          'On the images that were trained on, numbers are optimistic. They stand here because the paper reports them.',
        ]),
    'The distance in input space is an estimate of first order, not the distance itself.',
    ...(feature === null ? [] : [feature]),
    ...commonLimits(result),
  ];
}

function tablesOf(result: RepairResult, prefix: string): NamedTable[] {
  const { heldOut, trainedOn } = result;
  return [
    ...(heldOut === null
      ? []
      : [{ id: `${prefix}held-out`, table: heldOut, images: 'held-out images' }]),
    ...(trainedOn === null
      ? []
      : [{ id: `${prefix}trained-on`, table: trainedOn, images: 'training images' }]),
  ];
}

function figureBlocks(result: RepairResult, nameOf: NameOf, prefix: string): Block[] {
  const [first] = tablesOf(result, prefix);
  const blocks = [
    ...(first === undefined || result.heldOut === null ? [] : [rightFigure(first, result, nameOf)]),
    ...attackFigure(result, nameOf, prefix),
    ...distanceFigures(result, nameOf, prefix),
  ];
  return blocks.length > 0
    ? blocks
    : [{ kind: 'paragraph', text: missingBecause(result, 'what figures would show') }];
}

function tableBlocks(result: RepairResult, nameOf: NameOf, prefix: string): Block[] {
  const distances = distanceTable(result, nameOf, prefix);
  return [
    ...tablesOf(result, prefix).flatMap((named) => [
      ...accuracyTables(named, result, nameOf),
      ...indexTables(named, nameOf),
    ]),
    ...attackTables(result, nameOf, prefix),
    ...(distances === null ? [] : [distances]),
    trainingTable(result, nameOf, prefix),
  ];
}

/**
 * What a repair's report says of it, part by part.
 * @param originalName name of the original for a person
 */
export function repairSections(
  result: RepairResult,
  originalName: NameOf,
  prefix: string,
): Section[] {
  const nameOf = modelNames(result);
  const { id } = result.original;
  return [
    findingSection(describeRepair(result, originalName), prefix),
    questionSection(question(result, originalName(id)), prefix),
    {
      id: `${prefix}claims-section`,
      title: 'Claims of the paper',
      blocks: [claimsTable(result, prefix)],
    },
    ...figuresSection(figureBlocks(result, nameOf, prefix), prefix),
    { id: `${prefix}tables`, title: 'Tables', blocks: tableBlocks(result, nameOf, prefix) },
    limitsSection(limits(result), prefix),
  ];
}
