import type { AttackResult, RecoveryCell } from '../../../protocol/attack-result.ts';
import { samePixelValue } from '../../pixel-values.ts';
import { listOf, type NameOf } from '../wording.ts';
import { attackText, randomPixels, shareText, sharesApart } from './attack-wording.ts';

/** One model's examples at the fewest and at the most random pixels. */
export interface Restoration {
  readonly name: string;
  readonly few: RecoveryCell;
  readonly many: RecoveryCell;
  /** Whether no count that was measured restores an example. */
  readonly isNever: boolean;
}

const shareOf = ({ restored }: RecoveryCell): number => restored.share ?? 0;

/**
 * What random pixels do to the examples of one strength, by model, least restored first. The most
 * pixels are those of the largest count that was measured for every model with examples.
 */
export function restorationsAt(
  { spec, cells }: AttackResult,
  epsilon: number | null,
  nameOf: NameOf,
): Restoration[] {
  const { counts, values, regions } = spec.grid;
  const [value = 'replace'] = values;
  const here = cells.filter(
    (cell) =>
      cell.epsilon === epsilon &&
      cell.region === regions[0] &&
      samePixelValue(cell.value, value) &&
      cell.restored.share !== null,
  );
  const models = new Set(here.map(({ model }) => model));
  const at = (count: number) => here.filter((cell) => cell.count === count);
  const measured = counts.filter((count) => at(count).length === models.size);
  const least = Math.min(...measured);
  const most = Math.max(...measured);
  return here
    .filter(({ count }) => count === most)
    .flatMap((many) => {
      const few = here.find(({ model, count }) => model === many.model && count === least);
      if (few === undefined) return [];
      const isNever = here.every((cell) => cell.model !== many.model || cell.restored.count === 0);
      return [{ name: nameOf(many.model), few, many, isNever }];
    })
    .sort((a, b) => shareOf(a.many) - shareOf(b.many));
}

/** How far random pixels undo the attack, as a headline. */
export function restorationHeadline(
  { spec }: AttackResult,
  epsilon: number | null,
  found: readonly Restoration[],
): string {
  const least = found[0];
  const most = found.at(-1);
  if (least === undefined || most === undefined || spec.attack === undefined) return '';
  const made = attackText(spec.attack, { epsilon });
  const { count } = most.many;
  if (found.every(({ isNever }) => isNever)) {
    const upTo = most.few === most.many ? '' : 'up to ';
    return `Not one example of ${made} against ${listOf(found.map(({ name }) => name))} is restored at ${upTo}${randomPixels(count)}: ${noneText(found)}.`;
  }
  const first = `${restores(count)} ${shareText(most.many.restored)} of the examples of ${made} against ${most.name}`;
  if (least !== most) {
    return `${first} and ${shareText(least.many.restored)} of those against ${least.name}.`;
  }
  const { few, many } = most;
  if (few === many) return `${first}.`;
  return `${first}, ${randomPixels(few.count)} ${shareText(few.restored)}.`;
}

/** Of how many examples none is restored; of several models, of the fewest. */
function noneText(found: readonly Restoration[]): string {
  const [fewest] = [...found].sort((a, b) => a.many.examples - b.many.examples);
  if (fewest === undefined) return '';
  const { examples, restored } = fewest.many;
  const of = found.length === 1 ? examples : `the fewest, ${examples} of ${fewest.name}`;
  return `${shareText(restored)} of ${of}`;
}

/** "1 random pixel restores", "64 random pixels restore" */
function restores(count: number): string {
  return `${randomPixels(count)} ${count === 1 ? 'restores' : 'restore'}`;
}

/** What the fewest pixels restore, where a headline speaks of several models. */
export function fewestText(found: readonly Restoration[]): string[] {
  const byFew = [...found].sort((a, b) => shareOf(a.few) - shareOf(b.few));
  const least = byFew[0];
  const most = byFew.at(-1);
  if (least === undefined || most === undefined || found.length < 2) return [];
  if (most.few === most.many) return [];
  const start = restores(most.few.count);
  if (shareOf(most.few) === 0) return [`${start} none of them.`];
  if (shareOf(most.few) === shareOf(least.few)) {
    return [`${start} ${shareText(most.few.restored)} for every model.`];
  }
  return [
    `${start} between ${shareText(least.few.restored)}, ${least.name}, and ${shareText(most.few.restored)}, ${most.name}.`,
  ];
}

/** Whether the data show that more pixels restore more; cautious, for the same draws are nested. */
export function growthText(found: readonly Restoration[]): string[] {
  const several = found.filter(({ few, many }) => few !== many);
  if (several.length === 0) return [];
  const decided = several.filter(({ few, many }) => sharesApart(few.restored, many.restored));
  const grows = decided.filter(({ few, many }) => shareOf(many) > shareOf(few));
  const falls = decided.filter(({ few, many }) => shareOf(many) < shareOf(few));
  const open = several.filter((each) => !decided.includes(each));
  const names = (some: readonly Restoration[]) => listOf(some.map(({ name }) => name));
  if (decided.length === 0) {
    return ['Whether more random pixels restore more, these data do not show: intervals overlap.'];
  }
  return [
    ...(grows.length === 0
      ? []
      : [
          grows.length === several.length && several.length > 1
            ? 'More random pixels restore more examples of every model.'
            : `More random pixels restore more examples of ${names(grows)}.`,
        ]),
    ...(falls.length === 0 ? [] : [`They restore fewer of ${names(falls)}.`]),
    ...(open.length === 0 ? [] : [`For ${names(open)} the intervals overlap.`]),
  ];
}

/** Which models differ in what is restored. */
export function differencesText(found: readonly Restoration[]): string[] {
  if (found.length < 2) return [];
  const pairs = found.flatMap((a, at) => found.slice(at + 1).map((b) => [a, b] as const));
  const apart = pairs.filter(([a, b]) => sharesApart(a.many.restored, b.many.restored));
  if (apart.length === 0) return ['No two models can be told apart in this: intervals overlap.'];
  if (apart.length === pairs.length) return ['The intervals of all models lie apart.'];
  const [first] = apart;
  if (apart.length > 3 || first === undefined) {
    return [`The intervals of ${apart.length} of ${pairs.length} pairs of models lie apart.`];
  }
  const written = apart.map(([a, b]) => `${b.name} and ${a.name}`);
  return [`Only these can be told apart: ${written.join('; ')}.`];
}
