import { measureWords } from '../finding/measure-words.ts';
import { changedPixels, regionText, valueText } from '../finding/wording.ts';
import { perCent, pointsText, pPhrase } from '../number-text.ts';
import { rankCellOf } from '../plan.ts';
import { samePixelValue } from '../pixel-values.ts';
import type { Spec } from '../../protocol/spec.ts';
import type { CellDifference, ModelDifference } from './compare-types.ts';

/** Share of tests that may be wrong by chance. */
const LEVEL = 0.05;

const points = (fraction: number): string => perCent(Math.abs(fraction));

/** "4.2–8.0 points", or "−0.4 to +2.1 points" where the ends point in different directions. */
function rangeText([low, high]: readonly [number, number]): string {
  return low < 0 || high < 0
    ? `${pointsText(low)} to ${pointsText(high)}`
    : `${points(low)}–${points(high)}`;
}

/** The interval of a difference as the amount that it is spoken of: turned round for fewer. */
function amountRange({ interval, difference }: CellDifference): string {
  if (interval === null || difference === null) return '';
  const [low, high] = interval;
  return ` (${rangeText(difference < 0 ? [-high, -low] : [low, high])})`;
}

/**
 * The cell that a person reads first: the one at which models are ranked, else the last; of those
 * that have images, if any has.
 */
export function headlineCell(
  spec: Spec,
  cells: readonly CellDifference[],
): CellDifference | undefined {
  const at = rankCellOf(spec);
  const measured = cells.filter(({ difference }) => difference !== null);
  return (
    measured.find(
      ({ count, value, region }) =>
        count === at.count && region === at.region && samePixelValue(value, at.value),
    ) ??
    measured.at(-1) ??
    cells.at(-1)
  );
}

function where({ count, value, region }: CellDifference): string {
  const plain = value === 'replace' && region === 1;
  const at = `at ${changedPixels(count)}`;
  return plain ? at : `${at} (${valueText(value)}, ${regionText(region)})`;
}

/** One cell in a sentence: what changes against the baseline, with its interval. */
function cellSentence(spec: Spec, baseline: string, other: string, cell: CellDifference): string {
  const { difference, images, draws, worse, better, pHolm } = cell;
  const { goBad, modelsGoBad } = measureWords(spec);
  if (difference === null)
    return `${other} and ${baseline} have no image in common ${where(cell)}.`;
  const on = draws === 1 ? `${images} images` : `${images} images × ${draws} draws`;
  if (cell.wrongBaseline + cell.wrongOther === 0) {
    return `No images ${goBad} with ${other} nor with ${baseline} ${where(cell)} (${on}).`;
  }
  if (worse + better === 0) {
    return `${other} and ${baseline} ${modelsGoBad} on the same images ${where(cell)} (${on}).`;
  }
  const test = pHolm === null ? '' : `; ${pPhrase(pHolm)} after Holm`;
  if (pHolm === null || pHolm > LEVEL) {
    const [low, high] = cell.interval ?? [difference, difference];
    const alone = low > 0 || high < 0 ? ', for this cell alone' : '';
    return `The data do not decide between ${other} and ${baseline} ${where(cell)}: the difference is ${pointsText(difference)} points (${rangeText([low, high])}${alone}; ${on}${test}).`;
  }
  const fewer = difference < 0 ? 'fewer' : 'more';
  return `With ${other}, ${points(difference)} points ${fewer} images ${goBad} than with ${baseline} ${where(cell)}${amountRange(cell)}: ${on}${test}.`;
}

/** What is said of one model beside the baseline. */
export function describeDifference(
  spec: Spec,
  baseline: string,
  { name, cells, eligible, cellsLeftOut }: ModelDifference,
): string[] {
  const cell = headlineCell(spec, cells);
  if (cell === undefined) return [];
  const clear = cells.filter(({ pHolm }) => pHolm !== null && pHolm <= LEVEL);
  const down = clear.filter(({ difference }) => (difference ?? 0) < 0).length;
  const { bad } = measureWords(spec);
  const measured = cells.filter(({ difference }) => difference !== null).length;
  const sentences = [cellSentence(spec, baseline, name, cell)];
  if (measured > 1 && cells.some(({ worse, better }) => worse + better > 0)) {
    sentences.push(
      `Over all ${measured} cells: fewer ${bad} at ${down}, more ${bad} at ${clear.length - down}, undecided at ${measured - clear.length}.`,
    );
  }
  const { both } = eligible;
  if (both < eligible.baseline || both < eligible.other) {
    sentences.push(
      `Only the ${both} images that count for both are compared (${eligible.baseline} count for ${baseline}, ${eligible.other} for ${name}).`,
    );
  }
  if (cells.some(({ images }) => images < both)) {
    sentences.push(
      'One of the runs is not finished: at each cell, only images that both have classified are compared.',
    );
  }
  if (cellsLeftOut > 0) {
    sentences.push(
      cellsLeftOut === 1
        ? '1 cell that only one of the runs has is left out.'
        : `${cellsLeftOut} cells that only one of the runs has are left out.`,
    );
  }
  return sentences;
}
