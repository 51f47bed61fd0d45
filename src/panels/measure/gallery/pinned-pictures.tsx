import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { SweepResult } from '../../../protocol/result.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import type { SweepRecord } from '../../../run/sweep-types.ts';
import { measureWords } from '../../../run/finding/measure-words.ts';
import { viewStore, type PinnedCell } from '../../../state/answer/view-store.ts';
import {
  cellPictures,
  countPictures,
  pageOfPictures,
  type CellPictures,
  type PictureFilter,
} from '../../../state/gallery/cell-pictures.ts';
import { galleryView } from '../../../state/gallery/gallery-view.ts';
import { lastBackend } from '../../../state/gallery/last-backend.ts';
import { CellChoice } from './cell-choice.tsx';
import { CellSummary } from './cell-summary.tsx';
import { NothingPinned } from './gallery-hint.tsx';
import { NoPictures } from './no-pictures.tsx';
import { PicturePages } from './picture-pages.tsx';

interface PinnedPicturesProps {
  readonly result: SweepResult;
  readonly record: SweepRecord;
  readonly pinned: PinnedCell;
}

/** The pictures of one model at one setting, in pages. */
export function PinnedPictures({ result, record, pinned }: PinnedPicturesProps) {
  const pictures = useMemo(() => cellPictures(record, pinned), [record, pinned]);
  const { model, count, value, region } = pinned;
  if (pictures === null) return <NothingPinned result={result} />;
  return (
    <>
      <CellChoice
        record={record}
        pinned={pinned}
        onPin={(change) => viewStore.getState().pin({ ...pinned, ...change })}
      />
      <CellSummary result={result} pinned={pinned} />
      <Pages
        key={`${model} ${count} ${formatPixelValue(value)} ${region}`}
        result={result}
        record={record}
        pictures={pictures}
      />
    </>
  );
}

interface PagesProps {
  readonly result: SweepResult;
  readonly record: SweepRecord;
  readonly pictures: CellPictures;
}

function Pages({ result, record, pictures }: PagesProps) {
  const show = useStore(galleryView, (state) => state.show);
  const draw = useStore(galleryView, (state) => state.draw);
  const filter = useMemo((): PictureFilter => ({ show, draw }), [show, draw]);
  const { model, cell, draws } = pictures;
  const source = useMemo(
    () => ({
      place: { record, backend: lastBackend(result.manifest.backend), model, cell, draws },
      attack: null,
      total: countPictures(pictures, filter),
      part: (start: number, most: number) => pageOfPictures(record, pictures, filter, start, most),
    }),
    [record, result, pictures, model, cell, draws, filter],
  );
  return (
    <PicturePages
      groups={[
        {
          value: 'wrong',
          label: result.eligibility === 'all' ? measureWords(result.spec).badHeading : 'Flipped',
        },
        { value: 'all', label: 'All' },
      ]}
      filter={filter}
      onFilter={(next) => galleryView.setState({ ...next, start: 0, opened: null })}
      source={source}
      none={<NoPictures pictures={pictures} result={result} filter={filter} />}
    />
  );
}
