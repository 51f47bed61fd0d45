import { missingBecause } from '../../../../run/finding/repair/describe-repair.ts';
import { Term } from '../../../terms/term.tsx';
import type { ResultView } from '../view.ts';
import { indexTracks } from './index-tracks.ts';
import { TestTable } from './test-table.tsx';
import { TrackPart } from './track-part.tsx';

/** Pi and PX5 before and after, and every test. */
export function IndexPart({ view }: { readonly view: ResultView }) {
  const { heldOut, spec } = view.result;
  const tracks = heldOut && indexTracks(heldOut, view);
  const whose =
    spec.eligibility === 'common'
      ? 'images that all these models get right unchanged'
      : 'images that the model itself gets right unchanged';
  return (
    <>
      <TrackPart
        view={view}
        heading="Pi and PX5"
        text={
          heldOut === null ? (
            missingBecause(view.result, 'the judgement on held-out images')
          ) : tracks === null ? (
            'Pi and PX5 are not defined where all images count, right before the change or not.'
          ) : (
            <>
              <Term name="Pi">Pi</Term>, smaller is better, and <Term name="PX5">PX5</Term>, larger
              is better, over the {whose}. The other counts are under Pi in the table of changed
              pixels.
            </>
          )
        }
        file="pixelproof-repair-pi"
        tracks={tracks}
      />
      {heldOut !== null && <TestTable table={heldOut} view={view} />}
    </>
  );
}
