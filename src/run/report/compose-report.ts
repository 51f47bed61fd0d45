import { describeAttack } from '../finding/attack/describe-attack.ts';
import { describeRepair } from '../finding/repair/describe-repair.ts';
import { describeFinding } from '../finding/sweep/describe-finding.ts';
import type { Finding } from '../finding/wording.ts';
import type { AnyResult } from '../result-file/parse-result.ts';
import { attackSections } from './attack/attack-chapter.ts';
import { citation } from './cite.ts';
import type { Chapter, ReportDocument, Section } from './document.ts';
import { modelNamesOf, modelsText } from './experiment-words.ts';
import { manifestTable } from './method/manifest-section.ts';
import { methodSection } from './method/method-section.ts';
import { reproduceBlocks } from './method/reproduce-blocks.ts';
import { dayText } from '../day-text.ts';
import { repairSections } from './repair/repair-chapter.ts';
import { kindOf } from './result-kind.ts';
import { sweepSections } from './sweep/sweep-chapter.ts';

const kindTitles = {
  sweep: 'Random pixel changes',
  attack: 'Adversarial examples and random pixels',
  repair: 'Repair by fine-tuning on changed pixels',
} as const;

/** The name that the experiment was given, or what it is. */
function titleOf(result: AnyResult): string {
  const { name } = result.spec;
  return name === 'untitled' || name.trim() === ''
    ? `${kindTitles[kindOf(result)]}: ${modelsText(result.spec)}`
    : name;
}

function findingOf(result: AnyResult): Finding {
  const nameOf = modelNamesOf(result.spec);
  if (!('kind' in result)) return describeFinding(result, nameOf);
  return result.kind === 'attack' ? describeAttack(result, nameOf) : describeRepair(result, nameOf);
}

function sectionsOf(result: AnyResult, prefix: string): Section[] {
  const nameOf = modelNamesOf(result.spec);
  if (!('kind' in result)) return sweepSections(result, nameOf, prefix);
  return result.kind === 'attack'
    ? attackSections(result, nameOf, prefix)
    : repairSections(result, nameOf, prefix);
}

function bylineOf(result: AnyResult): string[] {
  const { manifest, spec } = result;
  const version = manifest.versions['pixelproof'] ?? '';
  return [
    // A report without a name of its own has these words for its title.
    ...(titleOf(result) === spec.name
      ? [`${kindTitles[kindOf(result)]}. ${modelsText(spec)}.`]
      : []),
    `Pixelproof ${version}, ${dayText(manifest.start)}; ${manifest.backend}, seed ${spec.seed}.`.replace(
      '  ',
      ' ',
    ),
  ];
}

/** @param method where this is the only chapter; several share theirs */
function chapterOf(result: AnyResult, index: number, method: Section | null): Chapter {
  const isOnly = method !== null;
  const prefix = isOnly ? '' : `r${index + 1}-`;
  const title = titleOf(result);
  return {
    id: `r${index + 1}`,
    title: isOnly ? title : `${index + 1}. ${title}`,
    byline: bylineOf(result),
    sections: [
      ...sectionsOf(result, prefix),
      ...(isOnly ? [method] : []),
      {
        id: `${prefix}manifest-section`,
        title: 'Manifest',
        blocks: [manifestTable(result, prefix)],
      },
      { id: `${prefix}reproduce`, title: 'Reproduce', blocks: reproduceBlocks(result) },
      {
        id: `${prefix}cite`,
        title: 'To cite',
        blocks: [{ kind: 'quote', text: citation(result, findingOf(result).headline) }],
      },
    ],
  };
}

function notices(results: readonly AnyResult[]): string[] {
  const partial = results.filter(({ manifest }) => !manifest.complete).map(titleOf);
  const said =
    results.length > 1
      ? [
          'The results below stand beside each other. Nothing here compares one with another: that needs the same images, eligibility and seed, and paired tests.',
        ]
      : [];
  if (partial.length === 0) return said;
  const runs = partial.length === 1 ? 'One run is' : `${partial.length} runs are`;
  const which =
    results.length === 1
      ? 'This run is not complete'
      : `${runs} not complete: ${partial.join('; ')}`;
  return [...said, `${which}. The numbers cover what was finished.`];
}

/**
 * A report of one or several results.
 * @throws RangeError without a result
 */
export function composeReport(results: readonly AnyResult[]): ReportDocument {
  const [first] = results;
  if (first === undefined) throw new RangeError('a report needs at least one result');
  const isOnly = results.length === 1;
  const method = methodSection(new Set(results.map(kindOf)));
  const title = isOnly ? titleOf(first) : `${results.length} results of Pixelproof`;
  return {
    title,
    runningHead: `Pixelproof report · ${title.slice(0, 80)}`,
    notices: notices(results),
    chapters: results.map((result, index) => chapterOf(result, index, isOnly ? method : null)),
    shared: isOnly ? [] : [method],
  };
}
