import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { imageName } from '../../../run/image-set.ts';
import type { CellPicture } from '../../../state/gallery/cell-pictures.ts';
import { galleryStore } from '../../../state/gallery/gallery-store.ts';
import type { GalleryPage } from '../../../state/gallery/gallery-page.ts';
import { inspectPicture } from '../../../state/inspect/inspect-picture.ts';
import { leaveGallery, loadPage } from '../../../state/gallery/load-page.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { zoomFor } from '../../shared/pictures/zoom-for.ts';
import classes from './gallery.module.css';
import { AttackCard } from './attack-card.tsx';
import { CardPlace } from './card-place.tsx';
import { PictureCard } from './picture-card.tsx';
import { PictureDialog } from './picture-dialog.tsx';

interface PicturePageProps {
  readonly page: GalleryPage;
  /** The picture that is open at large, from 0; null where none is. */
  readonly opened: number | null;
  readonly onOpened: (opened: number | null) => void;
  readonly rings: boolean;
}

/** CSS pixels that a picture may take in the grid, and one that is larger where there is space. */
const ROOM = 128;
const MOST = 240;
/** Between the pictures of a card. */
const GAP = 4;

/** A page of pictures; each opens at large. */
export function PicturePage({ page, opened, onOpened: setOpened, rings }: PicturePageProps) {
  const phase = useStore(galleryStore, (state) => state.phase);
  const isShown = useStore(galleryStore, ({ key }) => key === page.key);
  const examined = useStore(galleryStore, (state) => state.pictures);
  const [height = 1, width = 1] = page.record.plan.models[page.model]?.inputSize ?? [];
  const isNarrow = useMediaQuery('(width < 600px)', false, { getInitialValueInEffect: false });
  const zoom = zoomFor(width, ROOM, isNarrow ? ROOM : MOST);
  const beside = page.attack === null || isNarrow ? 2 : 3;
  const cardWidth = beside * Math.max(ROOM, width * zoom) + beside * GAP;
  const { classNames, refs } = page.record.images;
  const className = (label: number) => classLabel(classNames, label);
  const nameOf = ({ image, draw }: CellPicture) => {
    const ref = refs[image];
    const name = ref === undefined ? String(image) : imageName(ref);
    return `image ${name}${page.draws > 1 ? `, draw ${draw}` : ''}`;
  };

  useEffect(() => {
    void loadPage(page);
    return leaveGallery;
  }, [page]);

  if (isShown && phase === 'failed') return <Failed onRetry={() => void loadPage(page)} />;
  const pictures = isShown && phase === 'ready' ? examined : [];
  const one = opened === null ? undefined : pictures[opened];
  const size = { width, height, className };

  return (
    <>
      <ul
        className={classes.grid}
        data-attack={page.attack !== null}
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(0, ${cardWidth}px))` }}
        aria-busy={pictures.length === 0}
      >
        {page.pictures.map((picture, index) => {
          const ready = pictures[index];
          const card = { ...size, zoom, name: nameOf(picture) };
          const key = `${picture.image} ${picture.draw}`;
          const opens = { rings, onOpen: () => setOpened(index) };
          if (ready === undefined) {
            return <CardPlace key={key} picture={picture} attack={page.attack} {...card} />;
          }
          return page.attack === null ? (
            <PictureCard key={key} picture={ready} {...card} {...opens} />
          ) : (
            <AttackCard key={key} picture={ready} attack={page.attack} {...card} {...opens} />
          );
        })}
      </ul>
      <Step />
      {one !== undefined && opened !== null && (
        <PictureDialog
          picture={one}
          attack={page.attack}
          {...size}
          name={nameOf(one)}
          onPrevious={opened > 0 ? () => setOpened(opened - 1) : null}
          onNext={opened + 1 < pictures.length ? () => setOpened(opened + 1) : null}
          onClose={() => setOpened(null)}
          onInspect={() => inspectPicture(page, one)}
        />
      )}
    </>
  );
}

/** What is being done, while it is. */
function Step() {
  const step = useStore(galleryStore, (state) => state.step);
  return <output className={classes.step}>{step}</output>;
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const error = useStore(galleryStore, (state) => state.error);
  return (
    <div className={classes.failed} role="alert">
      <p>
        <strong>The pictures could not be drawn.</strong> {error?.message}
      </p>
      <p>The figures of the run are not affected.</p>
      <Button variant="default" size="sm" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
