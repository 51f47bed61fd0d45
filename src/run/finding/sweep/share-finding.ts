import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { measureWords } from '../measure-words.ts';
import { cellsAt } from './cells.ts';
import {
  changedPixels,
  eachOf,
  intervalsApart,
  rightShare,
  wrongShare,
  type NameOf,
} from '../wording.ts';

/** Whether cells, most robust first, have equal shares of equally many images. */
function isSame(measured: readonly CellResult[]): boolean {
  const [first] = measured;
  return measured.every((cell) => cell.wrong === first?.wrong && cell.eligible === first.eligible);
}

function each(measured: readonly CellResult[], { spec }: SweepResult, nameOf: NameOf): string {
  return eachOf(
    measured.map(({ model }) => nameOf(model)),
    spec.models.length,
  );
}

/** The models with the fewest and the most wrong images at the ranked cell. */
export function extremes(result: SweepResult, nameOf: NameOf): string[] {
  const { cell } = result.ranking;
  const measured = cellsAt(result, cell, cell.count);
  const best = measured[0];
  const worst = measured.at(-1);
  if (best === undefined || worst === undefined) return [];
  const at = `With ${changedPixels(cell.count)}`;
  const { spoils, spoilsToo } = measureWords(result.spec);
  if (best === worst) {
    const who = result.spec.models.length === 1 ? 'it' : nameOf(best.model);
    return [`${at}, ${who} ${spoils(wrongShare(best))}.`];
  }
  if (isSame(measured)) {
    return [`${at}, ${each(measured, result, nameOf)} ${spoils(wrongShare(best))}.`];
  }
  return [
    `${at}, ${nameOf(best.model)} ${spoils(wrongShare(best))} and ${nameOf(worst.model)} ${spoilsToo(wrongShare(worst))}.`,
  ];
}

function piText({ pi, piInterval }: CellResult): string {
  if (pi === null || piInterval === null) return '';
  const [low, high] = piInterval.map((end) => end.toFixed(1));
  return `, Pi ${pi.toFixed(1)} (${low}–${high})`;
}

/** The most and the least fragile model at one count, with Pi: for a grid of one cell. */
export function oneCellHeadline(result: SweepResult, nameOf: NameOf): string {
  const { cell } = result.ranking;
  const measured = cellsAt(result, cell, cell.count);
  const best = measured[0];
  const worst = measured.at(-1);
  if (best === undefined || worst === undefined) return 'Too little was measured to say anything.';
  const at = `With ${changedPixels(cell.count)}`;
  const [height, width] = result.models[0]?.inputSize ?? [0, 0];
  const share = height * width === 0 ? '' : ` of ${height} × ${width}`;
  const { spoils, spoilsToo } = measureWords(result.spec);
  const describe = (one: CellResult) => `${spoils(wrongShare(one))}${piText(one)}`;
  if (best === worst) return `${at}${share}, ${nameOf(best.model)} ${describe(best)}.`;
  if (isSame(measured)) {
    return `${at}${share}, ${each(measured, result, nameOf)} ${describe(best)}.`;
  }
  const doubt = intervalsApart(best, worst) ? '' : ' Their intervals overlap.';
  return `${at}${share}, ${nameOf(worst.model)} ${describe(worst)}; ${nameOf(best.model)} ${spoilsToo(wrongShare(best))}${piText(best)}.${doubt}`;
}

/** Accuracy over all images at the largest count, beside that of the unchanged ones. */
export function accuracyHeadline(result: SweepResult, nameOf: NameOf): string {
  const { cell } = result.ranking;
  const measured = cellsAt(result, cell, cell.count);
  const best = measured[0];
  const worst = measured.at(-1);
  if (best === undefined || worst === undefined) return 'Too little was measured to say anything.';
  const clean = ({ model }: CellResult) => {
    const { images = 0, correct = null } = result.clean[model] ?? {};
    return images === 0 || correct === null
      ? ''
      : `, unchanged ${((100 * correct) / images).toFixed(1)} %`;
  };
  const { keeps, keepsToo } = measureWords(result.spec);
  const describe = (one: CellResult) =>
    `${nameOf(one.model)} ${keeps(rightShare(one), 'all')}${clean(one)}`;
  const start = `With ${changedPixels(cell.count)}, ${describe(worst)}`;
  if (best === worst) return `${start}.`;
  const doubt = intervalsApart(best, worst) ? '' : ' Their intervals overlap.';
  return `${start}; ${nameOf(best.model)} ${keepsToo(rightShare(best))}${clean(best)}.${doubt}`;
}
