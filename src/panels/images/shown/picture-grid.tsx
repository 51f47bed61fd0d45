import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { imagesView } from '../../../state/images/images-view.ts';
import type { ShownPicture } from '../../../state/images/shown-pictures.ts';
import { classText } from './class-text.ts';
import classes from './picture-grid.module.css';
import { PictureDialog } from './picture-dialog.tsx';
import { PictureTile } from './picture-tile.tsx';
import { useRowWindow } from './use-row-window.ts';

interface PictureGridProps {
  readonly label: string;
  readonly pictures: readonly ShownPicture[];
}

const GAP = 10;
/** Below a tile. */
const CAPTION = 23;
/** Wished for; small pictures take the multiple of their size that comes nearest. */
const SIDE = 112;

/** A tile fits whole pixels of the pictures where these are all small. */
function tileSide(pictures: readonly ShownPicture[]): number {
  const longest = pictures.reduce((most, { width, height }) => Math.max(most, width, height), 1);
  return longest > SIDE ? 96 : longest * Math.max(1, Math.round(SIDE / longest));
}

/** The name of a picture without its folder. */
function stem({ name }: ShownPicture): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Pictures in rows, of which only those on the screen are in the page. */
export function PictureGrid({ label, pictures }: PictureGridProps) {
  const { ref: measured, width, height } = useElementSize<HTMLDivElement>();
  const [current, setCurrent] = useState(0);
  const large = useStore(imagesView, (state) => state.picture);
  const opened = large === null ? -1 : pictures.findIndex(({ name }) => name === large);
  const setOpened = useCallback(
    (at: number) => imagesView.setState({ picture: pictures[at]?.name ?? null }),
    [pictures],
  );
  const wanted = useRef<number | null>(null);

  const side = tileSide(pictures);
  const rowHeight = side + CAPTION + GAP;
  const columns = Math.max(1, Math.floor((width - GAP) / (side + GAP)));
  // What is left of a row goes between its pictures.
  const pitch = columns > 1 ? (width - 2 * GAP - side) / (columns - 1) : side;
  const rowCount = Math.ceil(pictures.length / columns);
  const { box, page, shown, onScroll, reveal } = useRowWindow(rowCount, rowHeight, height);
  const ref = useMergedRef(measured, box);
  const isOneClass = pictures.every(({ className }) => className === pictures[0]?.className);
  const onWay = Math.min(current, pictures.length - 1);

  useEffect(() => {
    // A picture beyond the screen is in the page only after it has been scrolled to.
    const place = box.current?.querySelector<HTMLElement>(
      `[data-position="${wanted.current ?? ''}"]`,
    );
    if (!place) return;
    wanted.current = null;
    place.focus({ preventScroll: true });
  });

  const go = (position: number) => {
    const next = Math.min(pictures.length - 1, Math.max(0, position));
    wanted.current = next;
    setCurrent(next);
    reveal(Math.floor(next / columns));
  };
  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      PageUp: -columns * page,
      PageDown: columns * page,
      Home: -pictures.length,
      End: pictures.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(onWay + step);
  };
  useEffect(() => {
    // Heard where they all lie: a handler of its own would make every tile anew.
    const element = box.current;
    element?.addEventListener('keydown', move);
    return () => element?.removeEventListener('keydown', move);
  });

  const dialogPicture = pictures[opened];
  return (
    <>
      <div ref={ref} className={classes.scroll} data-short={rowCount <= 3} onScroll={onScroll}>
        {pictures.length === 0 && <p className={classes.empty}>There is no such picture.</p>}
        <ul
          className={classes.rows}
          aria-label={label}
          style={{ height: Math.max(0, rowCount * rowHeight - GAP) }}
        >
          {shown.flatMap((row) =>
            pictures.slice(row * columns, (row + 1) * columns).map((picture, column) => {
              const position = row * columns + column;
              return (
                <li
                  key={picture.name}
                  className={classes.place}
                  style={{
                    transform: `translate(${column * pitch}px, ${row * rowHeight}px)`,
                  }}
                >
                  <PictureTile
                    picture={picture}
                    side={side}
                    position={position}
                    isOnWay={position === onWay}
                    onOpen={setOpened}
                    caption={isOneClass ? stem(picture) : classText(picture.className)}
                    onFocus={setCurrent}
                  />
                </li>
              );
            }),
          )}
        </ul>
      </div>
      {dialogPicture !== undefined && (
        <PictureDialog
          picture={dialogPicture}
          onPrevious={opened > 0 ? () => setOpened(opened - 1) : null}
          onNext={opened < pictures.length - 1 ? () => setOpened(opened + 1) : null}
          onClose={() => {
            imagesView.setState({ picture: null });
            go(opened);
          }}
        />
      )}
    </>
  );
}
