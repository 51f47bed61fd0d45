import { VisuallyHidden } from '@mantine/core';
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import {
  colourAt,
  pixelsBetween,
  type Edits,
  type Picture,
  type PixelPlace,
} from '../../../state/inspect/edits.ts';
import { moveCursor, paint } from '../../../state/inspect/painting.ts';
import { toolStore } from '../../../state/inspect/tool-store.ts';
import { PixelCanvas } from '../../shared/pictures/pixel-canvas.tsx';
import { Rings } from '../../shared/pictures/rings.tsx';
import classes from './picture-editor.module.css';

interface StageProps {
  readonly picture: Picture;
  /** The picture as it is now. */
  readonly bytes: Uint8Array;
  readonly edits: Edits;
  /** CSS pixels a pixel, whole. */
  readonly zoom: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** Pixels of an arrow key with Shift. */
const STRIDE = 8;

/** The picture at large: a click, a drag or a key changes pixels. */
export function Stage({ picture, bytes, edits, zoom }: StageProps) {
  const { width, height } = picture;
  const cursor = useStore(toolStore, (state) => state.cursor);
  const rings = useStore(toolStore, (state) => state.rings);
  const help = useId();
  const last = useRef<PixelPlace | null>(null);

  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent): PixelPlace | null => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const row = Math.floor((clientY - top) / zoom);
    const column = Math.floor((clientX - left) / zoom);
    return row >= 0 && row < height && column >= 0 && column < width ? { row, column } : null;
  };
  const begin = (event: PointerEvent) => {
    const place = placeOf(event);
    if (place === null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = place;
    paint([place], false);
  };
  const move = (event: PointerEvent) => {
    const place = placeOf(event);
    if (place === null) return;
    const from = last.current;
    if (from === null) toolStore.setState({ cursor: place });
    else if (from.row !== place.row || from.column !== place.column) {
      last.current = place;
      paint(pixelsBetween(from, place), true);
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      const far = event.shiftKey ? STRIDE : 1;
      moveCursor(step[0] * far, step[1] * far);
    } else if (event.key === 'Enter' || event.key === ' ') paint([cursor], false);
    else return;
    event.preventDefault();
  };
  const size = { width, height, zoom };
  const colour = colourAt({ ...picture, bytes }, cursor).join(', ');

  return (
    <>
      <button
        type="button"
        className={classes.canvas}
        style={{ width: width * zoom, height: height * zoom }}
        aria-label="Picture editor"
        aria-describedby={help}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => {
          last.current = null;
        }}
        onPointerCancel={() => {
          last.current = null;
        }}
        onKeyDown={press}
      >
        <PixelCanvas bytes={bytes} {...size} />
        {rings && edits.changes.length > 0 && <Rings pixels={edits.changes} {...size} />}
        <span
          className={classes.cursor}
          style={{ left: cursor.column * zoom, top: cursor.row * zoom, width: zoom, height: zoom }}
        />
      </button>
      <p id={help} className={classes.help}>
        With the keyboard: arrow keys move, Shift for larger steps, Enter or Space paints.
      </p>
      <VisuallyHidden>
        <output>
          Row {cursor.row}, column {cursor.column}, colour {colour}
        </output>
      </VisuallyHidden>
    </>
  );
}
