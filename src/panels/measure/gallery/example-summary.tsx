import { integer, percent, percentRange } from '../../../run/number-text.ts';
import type { AttackResult } from '../../../protocol/attack-result.ts';
import { samePixelValue } from '../../../run/pixel-values.ts';
import type { PinnedAttack } from '../../../state/attack-answer/attack-view-store.ts';
import { Term } from '../../terms/term.tsx';
import classes from './gallery.module.css';

interface ExampleSummaryProps {
  readonly result: AttackResult;
  readonly pinned: PinnedAttack;
}

/** What became of how many examples, with the interval, and where the same can be read in the files. */
export function ExampleSummary({ result, pinned }: ExampleSummaryProps) {
  const cell = result.cells.find(
    ({ model, epsilon, count, value, region }) =>
      model === pinned.model &&
      epsilon === pinned.epsilon &&
      count === pinned.count &&
      region === pinned.region &&
      samePixelValue(value, pinned.value),
  );
  if (cell === undefined || cell.examples === 0) return null;
  const { draws, seed } = result.spec;
  const { examples, restored } = cell;
  const { share, interval } = restored;
  const trials =
    draws === 1 ? '' : `${integer(examples * draws)} classifications, ${draws} draws of each of `;

  return (
    <p className={classes.summary}>
      <strong>
        {integer(restored.count)} of {trials}
        {integer(examples)}
      </strong>{' '}
      examples <Term name="restored">restored</Term>
      {share !== null && interval !== null && (
        <>
          : {percent(share)} ({percentRange(interval)})
        </>
      )}
      . They are made again as the run made them, with the changes of seed {seed} at exactly the
      draw of images.csv.
      {!result.manifest.complete && ' The run is not complete: it finished these images.'}
    </p>
  );
}
