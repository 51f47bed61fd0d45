import type { Look } from '../../protocol/inspect.ts';
import { LabError } from '../../protocol/lab-error.ts';
import { asErrorData } from '../as-error-data.ts';
import { noEdits, withEdits, type Edits, type Picture } from './edits.ts';
import { dropLane, heldLane, restLane } from './held-lane.ts';
import type { InspectImage } from './inspect-image.ts';
import { inspectStore } from './inspect-store.ts';
import { clearQuestions } from './questions/clear-questions.ts';

/** What the page asks for at once: an image and what to do with it when it is there. */
export interface Opening {
  readonly image: InspectImage;
  readonly editsOf?: (picture: Picture) => Edits;
}

let isLooking = false;
let opening: Opening | null = null;

const tell = (step: string) => inspectStore.setState({ step });

function fail(error: unknown): void {
  const data = asErrorData(error);
  // Closed by the page itself, which has no use for the answer any more.
  if (data.kind === 'cancelled') return;
  dropLane();
  inspectStore.setState({ error: data, step: '' });
}

/** Renders the image as the first of the models sees it. */
async function renderPicture({ image, editsOf }: Opening): Promise<void> {
  const lane = heldLane();
  const [model] = inspectStore.getState().models;
  if (model === undefined) throw new LabError('internal', 'No model is chosen.');
  await lane.ready(model, tell);
  tell('Rendering the image');
  const open = lane.ask((api) => api.openImages([image.ref]));
  const asked = lane.ask((api) => api.examine({ model, images: Uint32Array.of(0), change: null }));
  await open;
  const { height, width, images } = await asked;
  if (opening?.image !== image) return;
  const bytes = images[0]?.original.bytes ?? new Uint8Array();
  const picture = { height, width, bytes };
  inspectStore.setState({ picture, edits: editsOf?.(picture) ?? noEdits });
}

function byModel(models: readonly string[], looks: readonly Look[]): Record<string, Look> {
  return Object.fromEntries(
    models.flatMap((id, at): [string, Look][] => {
      const own = looks[at];
      return own === undefined ? [] : [[id, own]];
    }),
  );
}

/** Asks every model about the picture until nothing has changed meanwhile; the latest edit wins. */
async function lookUntilSeen(): Promise<void> {
  for (;;) {
    const { picture, models, edits, clean, looks, looked } = inspectStore.getState();
    if (picture === null) return;
    const isKnown = models.every((id) => id in clean && id in looks);
    if (looked === edits && isKnown) return;
    const lane = heldLane();
    for (const id of models) await lane.ready(id, tell);
    tell('');
    const begun = performance.now();
    const unseen = models.filter((id) => !(id in clean));
    const before =
      unseen.length === 0
        ? []
        : await lane.ask((api) => api.look({ models: unseen, bytes: picture.bytes }));
    const isUnchanged = edits.changes.length === 0;
    const after = isUnchanged
      ? null
      : await lane.ask((api) => api.look({ models, bytes: withEdits(picture, edits) }));
    // Another image was opened while this one was looked at.
    if (inspectStore.getState().picture !== picture) continue;
    const cleanNow = { ...clean, ...byModel(unseen, before) };
    inspectStore.setState({
      clean: cleanNow,
      looks: after === null ? cleanNow : byModel(models, after),
      looked: edits,
      latency: performance.now() - begun,
    });
  }
}

/** Brings the answers up to date with the edits, soon. */
async function look(): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  try {
    await lookUntilSeen();
  } catch (error) {
    fail(error);
  } finally {
    isLooking = false;
  }
}

/** Shows another image; a later call makes an earlier one give up. */
export async function openImage(next: Opening): Promise<void> {
  opening = next;
  clearQuestions();
  inspectStore.setState({
    image: next.image,
    picture: null,
    edits: noEdits,
    past: [],
    future: [],
    clean: {},
    looks: {},
    looked: null,
    latency: null,
    error: null,
  });
  try {
    await renderPicture(next);
    await look();
  } catch (error) {
    if (opening === next) fail(error);
  }
}

/** Lets a model that takes pictures of another size answer alone: the image is rendered anew, unchanged. */
export function lookWithOne(model: string): void {
  const { image } = inspectStore.getState();
  // Without the picture, nobody asks the model about one of a wrong size meanwhile.
  inspectStore.setState({ models: [model], picture: null });
  if (image !== null) void openImage({ image });
}

/** Tries again after a failure. */
export function retryInspecting(): void {
  const { image, picture } = inspectStore.getState();
  inspectStore.setState({ error: null });
  if (picture !== null) void look();
  else if (image !== null) void openImage(opening ?? { image });
}

/** The panel is left: the lane rests, and is given up after a while. */
export function leaveInspector(): void {
  restLane();
}

inspectStore.subscribe((now, before) => {
  if (now.edits !== before.edits || now.models !== before.models) void look();
});
