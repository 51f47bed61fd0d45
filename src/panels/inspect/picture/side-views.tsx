import { useMemo } from 'react';
import { useStore } from 'zustand';
import { colourAt, type Edits, type Picture } from '../../../state/inspect/edits.ts';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import { rgbStyle, rgbText } from '../../shared/pictures/colour-text.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { zoomFor } from '../../shared/pictures/zoom-for.ts';
import { differencePicture } from './difference-picture.ts';
import { magnified, MAGNIFIED_SIDE } from './magnified.ts';
import classes from './side-views.module.css';

interface SideViewsProps {
  readonly picture: Picture | null;
  readonly bytes: Uint8Array | null;
  readonly edits: Edits;
}

/** CSS pixels that a view takes. */
const ROOM = 144;

/** The pixel under the cursor magnified, the original, and the difference. */
export function SideViews({ picture, bytes, edits }: SideViewsProps) {
  const rings = useStore(toolStore, (state) => state.rings);
  const difference = useMemo(
    () => picture && bytes && differencePicture(picture.bytes, bytes),
    [picture, bytes],
  );
  if (picture === null || bytes === null || difference === null) {
    return <div className={classes.views} />;
  }
  const { width, height } = picture;
  const size = { width, height, zoom: zoomFor(Math.max(width, height), ROOM) };
  const count = edits.changes.length;
  return (
    <div className={classes.views}>
      <Magnified picture={picture} bytes={bytes} />
      <figure className={classes.view}>
        <PixelCanvas bytes={picture.bytes} {...size} label="The original picture" />
        <figcaption>Original</figcaption>
      </figure>
      <figure className={classes.view}>
        <PixelCanvas
          bytes={difference}
          {...size}
          label={`The difference: ${count} changed pixels on grey`}
        />
        <figcaption>Difference</figcaption>
      </figure>
      <label className={classes.toggle}>
        <input
          type="checkbox"
          checked={rings}
          onChange={({ currentTarget }) => toolStore.setState({ rings: currentTarget.checked })}
        />
        Ring changes
      </label>
    </div>
  );
}

const ZOOM = 16;

/** The neighbourhood of the cursor, pixel by pixel. */
function Magnified({ picture, bytes }: { readonly picture: Picture; readonly bytes: Uint8Array }) {
  const cursor = useStore(toolStore, (state) => state.cursor);
  const now = { ...picture, bytes };
  const { bytes: patch, top, left } = magnified(now, cursor);
  const before = colourAt(picture, cursor);
  const after = colourAt(now, cursor);
  const isChanged = rgbText(before) !== rgbText(after);
  const at = { left: (cursor.column - left) * ZOOM, top: (cursor.row - top) * ZOOM };
  return (
    <figure className={classes.view}>
      <div className={classes.patch}>
        <PixelCanvas bytes={patch} width={MAGNIFIED_SIDE} height={MAGNIFIED_SIDE} zoom={ZOOM} />
        <span className={classes.mark} style={{ ...at, width: ZOOM, height: ZOOM }} />
      </div>
      <figcaption>
        <span>
          Row {cursor.row}, column {cursor.column}
        </span>
        <span className={classes.colour}>
          <span className={classes.swatch} style={{ background: rgbStyle(after) }} />
          {rgbText(after)}
        </span>
        <span className={classes.was}>{isChanged ? `was ${rgbText(before)}` : 'unchanged'}</span>
      </figcaption>
    </figure>
  );
}
