import { memo, useEffect, useState } from 'react';
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
  /** Below it. */
  readonly caption: string;
  readonly onOpen: (position: number) => void;
  readonly onFocus: (position: number) => void;
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

/** One picture of a set, small; it stays as it is while others scroll by. */
export const PictureTile = memo(function PictureTile(props: PictureTileProps) {
  const { picture, side, position, isOnWay, caption, onOpen, onFocus } = props;
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
      onClick={() => onOpen(position)}
      onFocus={() => onFocus(position)}
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
      <span className={classes.caption}>{caption}</span>
    </button>
  );
});
