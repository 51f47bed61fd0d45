import { missingBecause } from '../../../../run/finding/repair/describe-repair.ts';
import type { ResultView } from '../view.ts';
import { cleanTracks } from './clean-tracks.ts';
import { TrackPart } from './track-part.tsx';

/** Accuracy without changed pixels, before and after. */
export function CleanPart({ view }: { readonly view: ResultView }) {
  const { heldOut } = view.result;
  return (
    <TrackPart
      view={view}
      heading="Unchanged images"
      text={
        heldOut === null
          ? missingBecause(view.result, 'the judgement on held-out images')
          : 'Held-out images as they are. Mended: wrong before and right after; spoilt: right before and wrong after. p: exact McNemar test on the same images. The dashed line is the original.'
      }
      file="pixelproof-repair-unchanged"
      tracks={heldOut && cleanTracks(heldOut, view)}
    />
  );
}
