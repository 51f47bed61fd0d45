import type { SweepResult } from '../../../protocol/result.ts';
import { AGREEMENT_NOTE } from '../../finding/measure-words.ts';
import { describeFinding } from '../../finding/sweep/describe-finding.ts';
import type { NameOf } from '../../finding/wording.ts';
import type { Block, Section } from '../document.ts';
import {
  changeText,
  drawsText,
  eligibleText,
  imagesText,
  modelsText,
} from '../experiment-words.ts';
import { figuresSection, findingSection, limitsSection, questionSection } from '../sections.ts';
import { commonLimits, fewImagesLimit } from '../method/limits.ts';
import { indexTable } from './index-table.ts';
import { px5Tables } from './px5-table.ts';
import { sweepFigures } from './sweep-figures.ts';
import {
  deltaTables,
  modelTable,
  pairTable,
  piTables,
  rankingTable,
  wrongTables,
} from './sweep-tables.ts';

function question({ spec, measure }: SweepResult): Block[] {
  const who = modelsText(spec);
  const ask =
    measure === 'agreement'
      ? `How few randomly changed pixels turn the answers of ${who}?`
      : `How few randomly changed pixels make ${who} wrong?`;
  const how = `In ${imagesText(spec.images)}, ${changeText(spec.grid)}, ${drawsText(spec.draws)}; seed ${spec.seed}.`;
  return [
    { kind: 'lead', text: ask },
    { kind: 'paragraph', text: `${how} ${eligibleText(spec)}` },
  ];
}

function limits(result: SweepResult): string[] {
  const { spec, eligibility } = result;
  const left =
    eligibility === 'all' || result.measure === 'agreement'
      ? []
      : [
          'Images that were wrong before any change are left out; the numbers say nothing about them.',
        ];
  return [
    ...(result.measure === 'agreement' ? [AGREEMENT_NOTE] : []),
    'The pixels are random. Someone who chooses them, or changes all of them a little, needs less; robustness to chance is not robustness to attack.',
    ...left,
    ...fewImagesLimit(Object.values(result.eligible)),
    ...(eligibility === 'all'
      ? [
          'Pi and PX5 are not defined where all images count, as w then holds errors that no change made.',
        ]
      : [
          'Pi falls as more pixels are changed, for every model. It compares models in one column of a table, never across columns.',
        ]),
    ...(spec.models.length > 1
      ? [
          'Only the cell of the ranking was tested, by paired tests. At other cells, intervals that overlap do not show that models are equal, and intervals that do not were not corrected for the number of comparisons.',
        ]
      : []),
    ...commonLimits(result),
  ];
}

/** What a sweep's report says of it, part by part. */
export function sweepSections(result: SweepResult, nameOf: NameOf, prefix: string): Section[] {
  const index = indexTable(result, nameOf, prefix);
  const pairs = pairTable(result, nameOf, prefix);
  const several = result.models.length > 1;
  return [
    findingSection(describeFinding(result, nameOf), prefix),
    questionSection(question(result), prefix),
    ...figuresSection(sweepFigures(result, nameOf, prefix), prefix),
    {
      id: `${prefix}tables`,
      title: 'Tables',
      blocks: [
        modelTable(result, nameOf, prefix),
        ...wrongTables(result, nameOf, prefix),
        ...(index === null ? [] : [index]),
        ...piTables(result, nameOf, prefix),
        ...px5Tables(result, nameOf, prefix),
        ...deltaTables(result, nameOf, prefix),
      ],
    },
    ...(several
      ? [
          {
            id: `${prefix}ranking-section`,
            title: 'Ranking and paired tests',
            blocks: [rankingTable(result, nameOf, prefix), ...(pairs === null ? [] : [pairs])],
          },
        ]
      : []),
    limitsSection(limits(result), prefix),
  ];
}
