import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { SweepResult } from '../../../protocol/result.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import type { SweepRecord } from '../../../run/sweep-types.ts';
import type { PinnedCell } from '../../../state/answer/view-store.ts';
import {
  cellPictures,
  countPictures,
  pageOfPictures,
  type CellPictures,
  type PictureFilter,
} from '../../../state/gallery/cell-pictures.ts';
import { lastBackend } from '../../../state/gallery/last-backend.ts';
import { CellChoice } from './cell-choice.tsx';
import { CellSummary } from './cell-summary.tsx';
import { GalleryControls } from './gallery-controls.tsx';
import { NothingPinned } from './gallery-hint.tsx';
import { NoPictures } from './no-pictures.tsx';
import { PicturePage } from './picture-page.tsx';

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
      <CellChoice record={record} pinned={pinned} />
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
  const [filter, setFilter] = useState<PictureFilter>({ show: 'wrong', draw: null });
  const [start, setStart] = useState(0);
  const [rings, setRings] = useState(true);
  const isNarrow = useMediaQuery('(width < 600px)', false, { getInitialValueInEffect: false });
  const most = isNarrow ? 6 : 12;
  const total = countPictures(pictures, filter);
  const page = useMemo(
    () => ({
      record,
      backend: lastBackend(result.manifest.backend),
      cell: pictures,
      pictures: pageOfPictures(record, pictures, filter, start, most),
      key: [pictures.model, pictures.cell, filter.show, filter.draw, start, most].join(' '),
    }),
    [record, result, pictures, filter, start, most],
  );

  return (
    <>
      <GalleryControls
        pictures={pictures}
        eligibility={result.eligibility}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setStart(0);
        }}
        rings={rings}
        onRings={setRings}
        start={start}
        most={most}
        total={total}
        onStart={setStart}
      />
      {total === 0 ? (
        <NoPictures pictures={pictures} result={result} filter={filter} />
      ) : (
        <PicturePage key={page.key} page={page} rings={rings} />
      )}
    </>
  );
}
