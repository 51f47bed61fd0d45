import { useMediaQuery } from '@mantine/hooks';
import { useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CellPicture, PictureFilter } from '../../../state/gallery/cell-pictures.ts';
import { galleryView } from '../../../state/gallery/gallery-view.ts';
import type { GalleryPage } from '../../../state/gallery/gallery-page.ts';
import { GalleryControls } from './gallery-controls.tsx';
import { PicturePage } from './picture-page.tsx';

/** The pictures that pass a filter. */
export interface PictureSource extends Pick<GalleryPage, 'attack'> {
  readonly place: Pick<GalleryPage, 'record' | 'backend' | 'model' | 'cell' | 'draws'>;
  readonly total: number;
  /** Those from the one numbered `start` on, `most` of them or fewer. */
  readonly part: (start: number, most: number) => readonly CellPicture[];
}

interface PicturePagesProps<Show extends string> {
  readonly groups: { value: Show; label: string }[];
  readonly filter: PictureFilter<Show>;
  readonly onFilter: (filter: PictureFilter<Show>) => void;
  readonly source: PictureSource;
  /** In the place of pictures where no one passes. */
  readonly none: ReactNode;
}

/** Pictures in pages, and the choice among them. */
export function PicturePages<Show extends string>(props: PicturePagesProps<Show>) {
  const { groups, filter, onFilter, source, none } = props;
  const { place, attack, total } = source;
  const group = `${filter.show} ${filter.draw}`;
  const { start: wanted, opened, rings } = useStore(galleryView);
  const isNarrow = useMediaQuery('(width < 600px)', false, { getInitialValueInEffect: false });
  const most = isNarrow ? 6 : 12;
  // Pages hold more pictures on a wide screen: the page is that of the picture that is asked for.
  const first = Math.min(opened ?? wanted, Math.max(0, total - 1));
  const start = first - (first % most);
  const page = useMemo(
    (): GalleryPage => ({
      ...source.place,
      attack: source.attack,
      pictures: source.part(start, most),
      key: [place.model, attack?.index, place.cell, group, start, most].join(' '),
    }),
    [source, place, attack, group, start, most],
  );

  return (
    <>
      <GalleryControls
        groups={groups}
        draws={place.draws}
        filter={filter}
        onFilter={onFilter}
        rings={rings}
        onRings={(next) => galleryView.setState({ rings: next })}
        start={start}
        most={most}
        total={total}
        onStart={(next) => galleryView.setState({ start: next, opened: null })}
      />
      {total === 0 ? (
        none
      ) : (
        <PicturePage
          key={page.key}
          page={page}
          opened={opened === null ? null : first - start}
          onOpened={(at) =>
            galleryView.setState({ start, opened: at === null ? null : start + at })
          }
          rings={rings}
        />
      )}
    </>
  );
}
