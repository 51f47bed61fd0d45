import type { CellResult, SweepResult } from '../../../protocol/result.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import { measureWords } from '../measure-words.ts';
import {
  changedPixels,
  listOf,
  sentence,
  wrongShare,
  type Finding,
  type NameOf,
} from '../wording.ts';

interface Measured {
  readonly cells: readonly CellResult[];
  /** Models with a measured cell, in the order of the experiment. */
  readonly models: readonly string[];
  /** Counts that each of these models has done at every value and region. */
  readonly counts: readonly number[];
}

function measuredOf({ spec, cells }: SweepResult): Measured {
  const measured = cells.filter(({ interval }) => interval !== null);
  const models = spec.models
    .map(specModelId)
    .filter((id) => measured.some(({ model }) => model === id));
  const { counts, values, regions } = spec.grid;
  const whole = models.length * values.length * regions.length;
  return {
    cells: measured,
    models,
    counts: counts.filter(
      (count) => measured.filter((cell) => cell.count === count).length === whole,
    ),
  };
}

function whoOf({ spec }: SweepResult, models: readonly string[], nameOf: NameOf): string {
  if (spec.models.length === 1) return 'not one image';
  const whose = models.length === spec.models.length ? 'any model' : listOf(models.map(nameOf));
  return `not one image of ${whose}`;
}

function fewestOf(cells: readonly CellResult[]): CellResult | undefined {
  return [...cells].sort((a, b) => a.eligible - b.eligible)[0];
}

/** Said of a run that was finished. */
function ofAll(result: SweepResult, { cells, models }: Measured, nameOf: NameOf): Finding {
  const { counts } = result.spec.grid;
  const isAlone = result.spec.models.length === 1;
  const several = counts.length > 1;
  const fewest = fewestOf(cells);
  const who = whoOf(result, models, nameOf);
  const share = fewest === undefined ? '' : `${wrongShare(fewest)} of ${fewest.eligible} images`;
  return {
    headline: `${sentence(who)} ${measureWords(result.spec).goesBad} with ${several ? 'up to ' : ''}${changedPixels(Math.max(...counts))}.`,
    details: [
      `That is ${share}${several ? ' at each count' : ''}, so Pi is 0 everywhere.`,
      isAlone
        ? 'More images or more pixels would show where it fails.'
        : 'The data do not tell the models apart; more images or more pixels would.',
    ],
  };
}

/** Said of a run that was not: it speaks of the counts that were measured, and of no others. */
function ofSome(result: SweepResult, measured: Measured, nameOf: NameOf): Finding {
  const { counts: planned } = result.spec.grid;
  const { cells, models, counts } = measured;
  const who = `So far, ${whoOf(result, models, nameOf)} ${measureWords(result.spec).goesBad}`;
  const most = Math.max(...counts);
  const least = Math.min(...counts);
  const reach = least === most ? changedPixels(most) : `up to ${changedPixels(most)}`;
  const there = cells.filter(({ count }) => counts.length === 0 || counts.includes(count));
  const fewest = fewestOf(there);
  const whose =
    models.length === result.spec.models.length ? 'every model' : listOf(models.map(nameOf));
  const done = `${counts.length} of the ${planned.length} counts ${counts.length === 1 ? 'was' : 'were'} measured`;
  return {
    headline: counts.length === 0 ? `${who} in what was finished.` : `${who} with ${reach}.`,
    details: [
      ...(fewest === undefined
        ? []
        : [
            `That is ${wrongShare(fewest)} of ${fewest.eligible} images where the fewest were finished, so Pi is 0 there.`,
          ]),
      ...(counts.length === planned.length
        ? []
        : [`${done}${result.spec.models.length === 1 ? '' : ` for ${whose}`}.`]),
    ],
  };
}

/** Said of a run in which not one changed image was misclassified. */
export function nothingWrong(result: SweepResult, nameOf: NameOf): Finding {
  const measured = measuredOf(result);
  return result.manifest.complete
    ? ofAll(result, measured, nameOf)
    : ofSome(result, measured, nameOf);
}
