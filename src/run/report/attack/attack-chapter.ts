import type { AttackResult } from '../../../protocol/attack-result.ts';
import { attackName, epsilonsOf } from '../../attack/attack-names.ts';
import { describeAttack } from '../../finding/attack/describe-attack.ts';
import { listOf, type NameOf } from '../../finding/wording.ts';
import type { Block, Section } from '../document.ts';
import {
  changeText,
  drawsText,
  eligibleText,
  imagesText,
  modelsText,
} from '../experiment-words.ts';
import { commonLimits, fewImagesLimit } from '../method/limits.ts';
import { figuresSection, findingSection, limitsSection, questionSection } from '../sections.ts';
import { modelTable } from '../sweep/sweep-tables.ts';
import { attackFigures } from './attack-figures.ts';
import { recoveryTables, successTables } from './attack-tables.ts';

/** "FGSM with ε 2, 4 and 8", "a one-pixel search of 100 candidates and 20 generations" */
function attackWords({ spec: { attack } }: AttackResult): string {
  if (attack === undefined) return 'the attack';
  if (attack.kind === 'one-pixel') {
    const how = attack.search === 'random' ? 'at random' : 'by differential evolution';
    return `a ${attackName(attack)} search ${how} (${attack.population} candidates, ${attack.generations} generations after the first)`;
  }
  const steps =
    attack.kind === 'pgd'
      ? ` (${attack.iterations} iterations, steps of ${attack.step === undefined ? '2.5 ε / iterations' : `${attack.step} levels`})`
      : '';
  return `${attackName(attack)}${steps} with ε ${listOf(epsilonsOf(attack).map(String))}`;
}

function question(result: AttackResult): Block[] {
  const { spec } = result;
  return [
    {
      kind: 'lead',
      text: `How often does ${attackWords(result)} fool ${modelsText(spec)}, and how many of its examples do a few random pixels restore?`,
    },
    {
      kind: 'paragraph',
      text: `The attack is made on ${imagesText(spec.images)}. In every image that it turned, ${changeText(spec.grid)}, ${drawsText(spec.draws)}; seed ${spec.seed}. ${eligibleText(spec)}`,
    },
  ];
}

function limits(result: AttackResult): string[] {
  return [
    'The attack is the one named, at the strengths named. A stronger or an adapted one makes more examples: its failures prove no robustness.',
    'Models and strengths have different examples, so their restored shares are not compared by paired tests. What is said to differ has intervals that leave a gap, which is cautious.',
    ...(result.measure === 'agreement'
      ? []
      : [
          'Restored is judged against the true class. Nobody who meets an example knows it: restoring by random pixels is an observation, not a defence.',
        ]),
    ...fewImagesLimit(Object.values(result.eligible)),
    ...commonLimits(result),
  ];
}

/** What an attack's report says of it, part by part. */
export function attackSections(result: AttackResult, nameOf: NameOf, prefix: string): Section[] {
  return [
    findingSection(describeAttack(result, nameOf), prefix),
    questionSection(question(result), prefix),
    ...figuresSection(attackFigures(result, nameOf, prefix), prefix),
    {
      id: `${prefix}tables`,
      title: 'Tables',
      blocks: [
        modelTable(result, nameOf, prefix),
        ...successTables(result, nameOf, prefix),
        ...recoveryTables(result, nameOf, prefix),
      ],
    },
    limitsSection(limits(result), prefix),
  ];
}
