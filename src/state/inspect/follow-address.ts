import { computeStore } from '../compute/compute-store.ts';
import { listedModelIds, modelList } from '../models/model-list.ts';
import { panelIn } from '../navigation/panel-address.ts';
import { colourAt, drawnEdits, noEdits, type Edits, type Picture } from './edits.ts';
import {
  inspectAddress,
  withInspectAddress,
  type InspectAddress,
  type PaintedPixel,
} from './inspect-address.ts';
import { keyOfImage, roadsideImage, roadsidePlace, type InspectImage } from './inspect-image.ts';
import { inspectStore } from './inspect-store.ts';
import { leaveInspector, openImage } from './inspector.ts';
import { toolStore } from './tool-store.ts';

/** The first picture that a visitor meets: a sign that few pixels turn into another. */
const first: InspectAddress = {
  place: { split: 'test', position: 69 },
  models: [],
  draw: null,
  pixels: [],
};

function paintedEdits(picture: Picture, pixels: readonly PaintedPixel[]): Edits {
  const changes = pixels
    .filter(({ row, column }) => row < picture.height && column < picture.width)
    .map(({ row, column, after }) => ({
      row,
      column,
      before: colourAt(picture, { row, column }),
      after,
    }));
  return changes.length === 0 ? noEdits : { changes, draw: null };
}

function editsOf({ draw, pixels }: InspectAddress, image: InspectImage, picture: Picture): Edits {
  if (draw === null) return paintedEdits(picture, pixels);
  toolStore.setState({ draw });
  try {
    return drawnEdits(picture, keyOfImage(image), draw);
  } catch {
    // More pixels than the picture has: nothing is changed, and the form says what was asked for.
    return noEdits;
  }
}

/** What the panel shows as an address; null for an image that no address can name. */
function addressNow(): InspectAddress | null {
  const { image, models, edits } = inspectStore.getState();
  const place = image && roadsidePlace(image.ref);
  return place && { place, models, draw: edits.draw, pixels: edits.changes };
}

/** The address of the panel as it is, for a link; null for an image that is not in the lab. */
export function inspectLink(): string | null {
  const content = addressNow();
  return content && withInspectAddress(location.href, content);
}

/** Waits until the models that this browser keeps are listed, which the lab does before it looks for a backend. */
function listsAreRead(): Promise<void> {
  return new Promise((resolve) => {
    const isDone = () => computeStore.getState().phase !== 'probing';
    if (isDone()) return resolve();
    const stop = computeStore.subscribe(() => {
      if (!isDone()) return;
      stop();
      resolve();
    });
  });
}

/** Opens what the address asks for, unless it is shown; the first picture where it asks for nothing. */
export async function openInspectAddress(): Promise<void> {
  const shown = inspectStore.getState().image !== null;
  const asked = inspectAddress(location.href);
  if (asked === null && shown) return;
  const now = addressNow();
  if (asked !== null && now !== null && JSON.stringify(asked) === JSON.stringify(now)) return;
  const content = asked ?? first;
  await listsAreRead();
  const listed = listedModelIds(modelList.getState());
  const models = content.models.filter((id) => listed.includes(id));
  if (models.length > 0) inspectStore.setState({ models });
  const image = await roadsideImage(content.place);
  await openImage({ image, editsOf: (picture) => editsOf(content, image, picture) });
}

/** Milliseconds that edits must rest before the address follows: browsers limit how often it may. */
const REST = 250;

/**
 * Keeps the address of the page that of the picture; returns how to stop, which takes it out again.
 * @param panelId name of the panel in the address
 */
export function followInspectAddress(panelId: string): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = (content: InspectAddress | null) => {
    const next = withInspectAddress(location.href, content);
    if (next !== location.href) history.replaceState(history.state, '', next);
  };
  const stop = inspectStore.subscribe(({ picture }) => {
    clearTimeout(waiting);
    if (picture !== null) waiting = setTimeout(() => write(addressNow()), REST);
  });
  return () => {
    clearTimeout(waiting);
    stop();
    // Another panel has the address now; the edits stay with the page.
    if (panelIn(location.href) !== panelId) write(null);
    leaveInspector();
  };
}
