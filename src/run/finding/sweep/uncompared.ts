import type { SweepResult } from '../../../protocol/result.ts';
import { changedPixels } from '../wording.ts';
import { cellsAt } from './cells.ts';

/**
 * Why two models are not compared: `size`, they see different changed images; `unmeasured`, the run
 * ended before both had the same images done at the ranked cell; `apart`, no image counts for both.
 */
type Reason = 'size' | 'unmeasured' | 'apart';

function because(reason: Reason, { cell }: SweepResult['ranking']): string {
  switch (reason) {
    case 'size':
      return 'the two models do not see the same changed images';
    case 'unmeasured':
      return `the run ended before both models were measured on the same images with ${changedPixels(cell.count)}`;
    case 'apart':
      return 'no image counts for both models';
  }
}

function becauseOfAll(reason: Reason, { cell }: SweepResult['ranking']): string {
  switch (reason) {
    case 'size':
      return 'The models see images of different sizes, so they are not ranked.';
    case 'unmeasured':
      return `The models are not ranked: the run ended before any two were measured on the same images with ${changedPixels(cell.count)}.`;
    case 'apart':
      return 'The models are not ranked: no image counts for two of them.';
  }
}

function reasonsOf({ ranking, models, manifest }: SweepResult): Reason[] {
  const sizes = new Map(models.map(({ id, inputSize }) => [id, inputSize.join('×')]));
  return ranking.pairs
    .filter(({ p }) => p === null)
    .map(({ a, b }) => {
      if (sizes.get(a) !== sizes.get(b)) return 'size';
      return manifest.complete ? 'apart' : 'unmeasured';
    });
}

/** Which pairs are not compared at the ranked cell, and why: a sentence a reason. */
export function uncomparedText(result: SweepResult): string[] {
  const reasons = reasonsOf(result);
  const all = result.ranking.pairs.length;
  return (['size', 'unmeasured', 'apart'] as const).flatMap((reason) => {
    const some = reasons.filter((each) => each === reason).length;
    if (some === 0) return [];
    const which =
      all === 1 ? 'The pair is' : `${some} of ${all} pairs ${some === 1 ? 'is' : 'are'}`;
    return [`${which} not compared, as ${because(reason, result.ranking)}.`];
  });
}

/** Why no pair at all is compared, in a sentence where it is one reason; none where some are. */
export function unrankedText(result: SweepResult): string[] {
  const reasons = reasonsOf(result);
  const [first] = reasons;
  if (first === undefined || reasons.length < result.ranking.pairs.length) return [];
  return reasons.every((each) => each === first)
    ? [becauseOfAll(first, result.ranking)]
    : uncomparedText(result);
}

/** Models of which an image was finished at the ranked cell: the others have no rank. */
export function rankedModels(result: SweepResult): ReadonlySet<string> {
  const { cell } = result.ranking;
  return new Set(cellsAt(result, cell, cell.count).map(({ model }) => model));
}
