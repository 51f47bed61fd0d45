import { integer, percent, percentRange } from '../../../run/number-text.ts';
import type { SweepResult } from '../../../protocol/result.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import type { PinnedCell } from '../../../state/answer/view-store.ts';
import { Term } from '../../terms/term.tsx';
import classes from './gallery.module.css';

interface CellSummaryProps {
  readonly result: SweepResult;
  readonly pinned: PinnedCell;
}

/** How many went wrong of how many, with the interval, and where the same can be read in the files. */
export function CellSummary({ result, pinned }: CellSummaryProps) {
  const cell = result.cells.find(
    ({ model, count, value, region }) =>
      model === pinned.model &&
      count === pinned.count &&
      region === pinned.region &&
      samePixelValue(value, pinned.value),
  );
  if (cell === undefined) return null;
  const { draws } = result.spec;
  const { wrong, eligible, accuracy, interval } = cell;
  const isAll = result.eligibility === 'all';

  const outcome = isAll ? measureWords(result.spec).bad : 'flipped';
  const trials =
    draws === 1
      ? ''
      : `${integer(eligible * draws)} classifications ${outcome}, ${draws} draws of each of `;

  return (
    <p className={classes.summary}>
      <strong>
        {integer(wrong)} of {trials}
        {integer(eligible)}
      </strong>{' '}
      {isAll ? '' : <Term name="eligible">eligible</Term>} images
      {draws === 1 && ` ${outcome}`}
      {accuracy !== null && interval !== null && (
        <>
          : {percent(1 - accuracy)} ({percentRange([1 - interval[1], 1 - interval[0]])})
        </>
      )}
      . These are the pictures that the run classified: the changes of seed {result.spec.seed} at
      exactly the draw of images.csv.
      {!result.manifest.complete && ' The run is not complete: it finished these images.'}
    </p>
  );
}
