import { useEffect, useState, type KeyboardEvent } from 'react';
import { isShrunk, type ShownPicture } from '../../../state/images/shown-pictures.ts';
import { thumbnailAddress } from '../../../state/images/viewer.ts';
import classes from './picture-grid.module.css';
import { classText } from './class-text.ts';

interface PictureTileProps {
  readonly picture: ShownPicture;
  /** Height and width in CSS pixels. */
  readonly side: number;
  readonly position: number;
  /** Whether the tab key comes to it. */
  readonly isOnWay: boolean;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

/** CSS size of a thumbnail: a small picture in whole pixels, a larger one as it was shrunk. */
function shownSize({ width, height }: ShownPicture, side: number) {
  const longest = Math.max(width, height);
  if (isShrunk({ width, height })) {
    return { width: (side * width) / longest, height: (side * height) / longest };
  }
  const zoom = Math.max(1, Math.floor(side / longest));
  return { width: width * zoom, height: height * zoom };
}

/** One picture of a set, small. */
export function PictureTile(props: PictureTileProps) {
  const { picture, side, position, isOnWay, onOpen, onKeyDown, onFocus } = props;
  const { name, className } = picture;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const show = async () => {
      const found = await thumbnailAddress(picture);
      if (!isGone) setAddress(found);
    };
    void show();
    return () => {
      isGone = true;
    };
  }, [picture]);

  return (
    <button
      type="button"
      className={classes.tile}
      style={{ width: side }}
      data-position={position}
      tabIndex={isOnWay ? 0 : -1}
      aria-label={`${name}, ${classText(className)}. Open it`}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <span className={classes.frame} style={{ width: side, height: side }}>
        {address !== null && (
          <img
            src={address}
            alt=""
            draggable={false}
            decoding="async"
            data-pixels={!isShrunk(picture)}
            style={shownSize(picture, side)}
          />
        )}
      </span>
      <span className={classes.caption}>{className === '' ? name : classText(className)}</span>
    </button>
  );
}
