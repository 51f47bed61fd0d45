import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { cellsAt } from './cells.ts';
import {
  changedPixels,
  intervalsApart,
  rightShare,
  wrongOf,
  wrongShare,
  type NameOf,
} from '../wording.ts';

/** The models with the fewest and the most wrong images at the ranked cell. */
export function extremes(result: SweepResult, nameOf: NameOf): string[] {
  const { cell } = result.ranking;
  const measured = cellsAt(result, cell, cell.count);
  const best = measured[0];
  const worst = measured.at(-1);
  if (best === undefined || worst === undefined) return [];
  const at = `With ${changedPixels(cell.count)}`;
  if (best === worst) return [`${at}, it gets ${wrongShare(best)} of its images wrong.`];
  if (wrongOf(best) === wrongOf(worst)) {
    return [`${at}, every model gets ${wrongShare(best)} of its images wrong.`];
  }
  return [
    `${at}, ${nameOf(best.model)} gets ${wrongShare(best)} of its images wrong and ${nameOf(worst.model)} ${wrongShare(worst)}.`,
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
  const describe = (one: CellResult) => `${wrongShare(one)} of its images wrong${piText(one)}`;
  if (best === worst) return `${at}${share}, ${nameOf(best.model)} gets ${describe(best)}.`;
  if (wrongOf(best) === wrongOf(worst)) {
    return `${at}${share}, every model gets ${describe(best)}.`;
  }
  const doubt = intervalsApart(best, worst) ? '' : ' Their intervals overlap.';
  return `${at}${share}, ${nameOf(worst.model)} gets ${describe(worst)}; ${nameOf(best.model)} ${wrongShare(best)}${piText(best)}.${doubt}`;
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
  const describe = (one: CellResult) =>
    `${nameOf(one.model)} still gets ${rightShare(one)} of all images right${clean(one)}`;
  const start = `With ${changedPixels(cell.count)}, ${describe(worst)}`;
  if (best === worst) return `${start}.`;
  const doubt = intervalsApart(best, worst) ? '' : ' Their intervals overlap.';
  return `${start}; ${nameOf(best.model)} ${rightShare(best)}${clean(best)}.${doubt}`;
}
