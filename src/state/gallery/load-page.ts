import type { ExaminedImage } from '../../protocol/examine.ts';
import { GalleryLane } from './gallery-lane.ts';
import { callsOf, changeOf, patience, stepText, type GalleryPage } from './gallery-page.ts';
import { clearGallery, galleryStore } from './gallery-store.ts';
import { asErrorData } from '../as-error-data.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';

/** A lane holds the weights and a heap; who looks at something else for so long has done with it. */
const IDLE = 60_000;

// What a store must not hold.
let lane: GalleryLane | null = null;
let wanted: GalleryPage | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;

function closeLane(): void {
  clearTimeout(idle);
  lane?.close();
  lane = null;
}

function laneFor(page: GalleryPage): GalleryLane {
  const { record, backend } = page;
  clearTimeout(idle);
  if (lane !== null && lane.record === record && lane.backend === backend) return lane;
  closeLane();
  lane = new GalleryLane(record, backend, patience(page));
  return lane;
}

/** Examines the pictures and gives them back in their order; gives up where nobody listens. */
async function examinePage(
  serving: GalleryLane,
  page: GalleryPage,
  tell: (step: string) => boolean,
): Promise<readonly (ExaminedImage | undefined)[]> {
  const { pictures } = page;
  const model = page.record.plan.models[page.model]?.id ?? '';
  const images = Array.from(pictures, (): ExaminedImage | undefined => undefined);
  let done = 0;
  for (const places of callsOf(page)) {
    if (!tell(stepText(page, done))) return images;
    const answer = await serving.ask((api) =>
      api.examine({
        model,
        images: Uint32Array.from(places, (at) => pictures[at]?.image ?? 0),
        change: changeOf(page, places),
      }),
    );
    for (const [index, at] of places.entries()) images[at] = answer.images[index];
    done += places.length;
  }
  return images;
}

/** Shows a page of pictures; a later call makes an earlier one give up. */
export async function loadPage(page: GalleryPage): Promise<void> {
  wanted = page;
  const isWanted = () => wanted === page;
  const tell = (step: string) => {
    if (isWanted()) galleryStore.setState({ step });
    return isWanted();
  };
  const serving = laneFor(page);
  const id = page.record.plan.models[page.model]?.id ?? '';
  galleryStore.setState({ phase: 'loading', step: '', key: page.key, pictures: [], error: null });
  try {
    await serving.ready(id, tell);
    const images = await examinePage(serving, page, tell);
    if (!isWanted()) return;
    const pictures = page.pictures.flatMap((picture, at) => {
      const examined = images[at];
      return examined === undefined ? [] : [{ ...picture, examined }];
    });
    galleryStore.setState({ phase: 'ready', step: '', pictures });
    idle = setTimeout(closeLane, IDLE);
  } catch (error) {
    // Whatever failed, the next try starts afresh.
    if (lane === serving) closeLane();
    if (isWanted()) galleryStore.setState({ phase: 'failed', error: asErrorData(error) });
  }
}

/** Shows nothing and gives up what is being loaded; the lane stays for a while. */
export function leaveGallery(): void {
  if (wanted === null) return;
  wanted = null;
  clearGallery();
  clearTimeout(idle);
  idle = setTimeout(closeLane, IDLE);
}

// A run needs the memory and the processor.
runStore.subscribe(({ phase }) => {
  if (isUnderWay(phase)) closeLane();
});
