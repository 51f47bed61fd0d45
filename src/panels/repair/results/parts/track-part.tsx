import type { ReactNode } from 'react';
import type { SavedDrawing } from '../../../../charts/export/saved-drawing.ts';
import { TrackDrawing, trackDrawingHeight } from '../../../../charts/tracks/track-drawing.tsx';
import { TrackTable } from '../../../../charts/tracks/track-table.tsx';
import type { Tracks } from '../../../../charts/tracks/track-types.ts';
import { viewCaption, type ResultView } from '../view.ts';
import { ResultPart } from './result-part.tsx';

interface TrackPartProps {
  readonly view: ResultView;
  readonly heading: string;
  readonly text: ReactNode;
  readonly file: string;
  /** Null where it was not measured; `text` says why. */
  readonly tracks: Tracks | null;
}

/** A part that is one table of estimates. */
export function TrackPart({ view, heading, text, file, tracks }: TrackPartProps) {
  const saved = (drawn: Tracks): SavedDrawing => ({
    title: heading,
    drawing: <TrackDrawing tracks={drawn} />,
    height: trackDrawingHeight(drawn),
    legend: [],
    caption: viewCaption(view),
  });
  return (
    <ResultPart
      heading={heading}
      text={text}
      file={file}
      saved={tracks === null ? null : saved(tracks)}
    >
      {tracks !== null && <TrackTable label={heading} tracks={tracks} />}
    </ResultPart>
  );
}
