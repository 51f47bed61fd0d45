import type { PixelChangeRequest } from '../../protocol/pixel-change-request.ts';
import {
  colourAt,
  differingPixels,
  drawnEdits,
  offsetColour,
  withPixel,
  type Colour,
  type Edits,
  type Picture,
  type PixelPlace,
} from './edits.ts';
import { inspectStore, amendEdits, pushEdits } from './inspect-store.ts';
import { keyOfImage } from './inspect-image.ts';
import { toolStore } from './tool-store.ts';

/** Pixels that the stroke under way has touched: an offset is added once a stroke. */
let touched = new Set<number>();

/** The colour that a pixel has now. */
export function currentColour(picture: Picture, edits: Edits, place: PixelPlace): Colour {
  const change = edits.changes.find(
    ({ row, column }) => row === place.row && column === place.column,
  );
  return change?.after ?? colourAt(picture, place);
}

/** What the tool makes of a pixel; null gives it its own colour back. */
function painted(picture: Picture, edits: Edits, place: PixelPlace): Colour | null {
  const { tool, colour, offset } = toolStore.getState();
  if (tool === 'restore') return null;
  return tool === 'offset' ? offsetColour(currentColour(picture, edits, place), offset) : colour;
}

/**
 * Uses the tool on some pixels.
 * @param isBegun whether they go on with the stroke under way
 */
export function paint(places: readonly PixelPlace[], isBegun: boolean): void {
  const { picture, edits } = inspectStore.getState();
  const last = places.at(-1);
  if (picture === null || last === undefined) return;
  const { width } = picture;
  toolStore.setState({ cursor: last });
  if (toolStore.getState().tool === 'pick') {
    toolStore.setState({ colour: currentColour(picture, edits, last), tool: 'replace' });
    return;
  }
  if (!isBegun) touched = new Set();
  let next = edits;
  for (const place of places) {
    const position = place.row * width + place.column;
    if (touched.has(position)) continue;
    touched.add(position);
    next = withPixel(picture, next, place, painted(picture, next, place));
  }
  if (next === edits) return;
  if (isBegun) amendEdits(next);
  else pushEdits(next);
}

/** Moves the cursor, and no further than the edge. */
export function moveCursor(rows: number, columns: number): void {
  const { picture } = inspectStore.getState();
  if (picture === null) return;
  const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  toolStore.setState(({ cursor: { row, column } }) => ({
    cursor: {
      row: within(row + rows, picture.height),
      column: within(column + columns, picture.width),
    },
  }));
}

/**
 * Changes the pixels of a draw, exactly those of a sweep. A draw that follows a draw takes its
 * place, so that moving a slider is one step to undo.
 * @throws RangeError if the draw does not fit the picture
 */
export function applyDraw(draw: PixelChangeRequest): void {
  const { image, picture, edits } = inspectStore.getState();
  if (image === null || picture === null) return;
  const next = drawnEdits(picture, keyOfImage(image), draw);
  toolStore.setState({ draw });
  if (edits.draw === null) pushEdits(next);
  else amendEdits(next);
}

/** Shows a picture that something else was made of, as edits. */
export function applyPicture(bytes: Uint8Array): void {
  const { picture } = inspectStore.getState();
  if (picture !== null) pushEdits(differingPixels(picture, bytes));
}

/** The exact list of changes, for the clipboard. */
export function changesAsJson(): string {
  const { image, picture, edits } = inspectStore.getState();
  const { ref } = image ?? {};
  const name =
    ref?.kind === 'file' ? { file: ref.name, sha256: ref.sha256 } : { index: ref?.index };
  return JSON.stringify(
    {
      image: ref?.kind === 'file' ? name : { source: 'roadside', ...name },
      size: picture && [picture.height, picture.width],
      ...(edits.draw !== null && { draw: edits.draw }),
      changes: edits.changes,
    },
    null,
    2,
  );
}
