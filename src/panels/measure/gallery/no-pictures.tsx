import { Button } from '@mantine/core';
import type { SweepResult } from '../../../protocol/result.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import {
  worstCell,
  type CellPictures,
  type PictureFilter,
} from '../../../state/gallery/cell-pictures.ts';
import { integer } from '../../../run/number-text.ts';
import { GalleryHint } from './gallery-hint.tsx';

interface NoPicturesProps {
  readonly pictures: CellPictures;
  readonly result: SweepResult;
  readonly filter: PictureFilter;
}

/** In the place of pictures where there are none. */
export function NoPictures({ pictures, result, filter }: NoPicturesProps) {
  const worst = worstCell(result);
  const images = integer(pictures.images.length);
  if (pictures.images.length === 0) {
    return <GalleryHint>No image was measured at this point.</GalleryHint>;
  }
  if (filter.draw !== null && pictures.wrong.length > 0) {
    return <GalleryHint>Nothing flipped in this draw; other draws have some.</GalleryHint>;
  }
  const isWorst = worst === null || pictures.wrong.length > 0 || allRight(result);
  return (
    <>
      <GalleryHint>
        Nothing flipped here: all {images} images are {measureWords(result.spec).right}. Choose All
        to look at them.
      </GalleryHint>
      {!isWorst && (
        <Button variant="default" size="sm" onClick={() => viewStore.getState().pin(worst)}>
          Show the worst cell
        </Button>
      )}
    </>
  );
}

function allRight({ cells }: SweepResult): boolean {
  return cells.every(({ wrong }) => wrong === 0);
}
