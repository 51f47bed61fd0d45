import type { CriticalCountResult, SweepResult } from '../../../protocol/result.ts';
import {
  criticalCountValue,
  formatCriticalCount,
  intervalsOverlap,
} from './critical-count-text.ts';
import { measureWords, type MeasureWords } from '../measure-words.ts';
import { atSetting } from './cells.ts';
import {
  changedPixels,
  eachOf,
  listOf,
  noneOf,
  sentence,
  type Finding,
  type NameOf,
} from '../wording.ts';

interface Placed {
  readonly name: string;
  readonly px5: CriticalCountResult;
  readonly at: number;
}

/** The models by PX5, lowest first. */
function placeModels({ summary, ranking }: SweepResult, nameOf: NameOf): Placed[] {
  return atSetting(summary, ranking.cell)
    .flatMap(({ model, px5 }) => {
      const at = px5 && criticalCountValue(px5);
      return px5 === null || at === null ? [] : [{ name: nameOf(model), px5, at }];
    })
    .sort((a, b) => a.at - b.at);
}

function isBeyond(end: 'below' | 'above'): (placed: Placed) => boolean {
  return ({ px5 }) => px5.censored === end;
}

/** Whether the interval reaches back between the counts, although the estimate lies beyond them. */
function isOpen({ px5 }: Placed): boolean {
  return px5.censored !== null && (px5.interval?.some((end) => end !== px5.censored) ?? true);
}

/** Names the models of which the interval does not confirm on which side of the counts they lie. */
function doubtOf(placed: readonly Placed[], counts: readonly number[], all: number): string[] {
  const open = placed.filter(isOpen);
  const [only] = open;
  if (only === undefined) return [];
  if (all === 1) return [`That is not certain: ${formatCriticalCount(only.px5, counts)}.`];
  const each = open.map(({ name, px5 }) => `${name}: ${formatCriticalCount(px5, counts)}`);
  return [`That is not certain for ${each.join('; ')}.`];
}

function headlineOfSome(
  lowest: Placed,
  placed: readonly Placed[],
  counts: readonly number[],
  { spoils }: MeasureWords,
): string {
  const highest = placed.at(-1) ?? lowest;
  const first = Math.min(...counts);
  const low = formatCriticalCount(lowest.px5, counts);
  const start =
    lowest.px5.censored === 'below'
      ? `${lowest.name} ${spoils('more than 5 %')} with only ${changedPixels(first)}`
      : `${lowest.name} ${spoils('5 %')} at ${low} changed pixels`;
  if (highest === lowest) return `${start}.`;
  const unreached = placed.filter(isBeyond('above'));
  if (unreached.length > 0) {
    const verb = unreached.length === 1 ? 'does' : 'do';
    const names = listOf(unreached.map(({ name }) => name));
    return `${start}; ${names} ${verb} not get there with ${Math.max(...counts)}.`;
  }
  const high = formatCriticalCount(highest.px5, counts);
  const doubt = intervalsOverlap(lowest.px5, highest.px5) ? ' Their intervals overlap.' : '';
  return `${start}, ${highest.name} at ${high}.${doubt}`;
}

/** Where 5 % of the images go wrong: the lowest and the highest PX5 at the ranked value and region. */
export function criticalCountFinding(result: SweepResult, nameOf: NameOf): Finding {
  const { counts } = result.spec.grid;
  const words = measureWords(result.spec);
  const placed = placeModels(result, nameOf);
  const [only] = placed;
  if (only === undefined) {
    const headline = `Too little was measured to say where 5 % of the images ${words.goBad}.`;
    return { headline, details: [] };
  }
  const all = result.spec.models.length;
  const names = placed.map(({ name }) => name);
  const details = doubtOf(placed, counts, all);
  const who = placed.length === 1 ? only.name : null;
  if (placed.every(isBeyond('above'))) {
    const with_ = `with up to ${changedPixels(Math.max(...counts))}`;
    const claim =
      who === null
        ? `${sentence(noneOf(names, all))} ${words.spoils('5 %')} ${with_}.`
        : `${who} does not ${words.spoil('5 %')} ${with_}.`;
    return { headline: claim, details };
  }
  if (placed.every(isBeyond('below'))) {
    const first = changedPixels(Math.min(...counts));
    const claim = `With ${first}, ${who ?? eachOf(names, all)} already ${words.spoils('more than 5 %')}.`;
    return { headline: claim, details };
  }
  return { headline: headlineOfSome(only, placed, counts, words), details };
}
