import type { BackendName } from '../../protocol/lane.ts';
import type { ExaminedImage } from '../../protocol/examine.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import type { CellPicture, CellPictures } from './cell-pictures.ts';
import { GalleryLane } from './gallery-lane.ts';
import { clearGallery, galleryStore } from './gallery-store.ts';
import { asErrorData } from '../as-error-data.ts';
import { isUnderWay, runStore } from '../run/run-store.ts';

/** A page of pictures to examine. */
export interface GalleryPage {
  readonly record: SweepRecord;
  readonly backend: BackendName;
  readonly cell: CellPictures;
  readonly pictures: readonly CellPicture[];
  /** Differs between pages of different pictures. */
  readonly key: string;
}

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

function laneFor({ record, backend }: GalleryPage): GalleryLane {
  clearTimeout(idle);
  if (lane !== null && lane.record === record && lane.backend === backend) return lane;
  closeLane();
  lane = new GalleryLane(record, backend);
  return lane;
}

/** Examines the pictures, one call a draw, and gives them back in their order. */
async function examinePage(
  serving: GalleryLane,
  { record, cell, pictures }: GalleryPage,
): Promise<{ height: number; width: number; images: (ExaminedImage | undefined)[] }> {
  const model = record.plan.models[cell.model];
  const setting = record.plan.cells[cell.cell];
  if (model === undefined || setting === undefined) throw new RangeError('a cell of another run');
  const images = Array.from(pictures, (): ExaminedImage | undefined => undefined);
  for (const draw of new Set(pictures.map((picture) => picture.draw))) {
    const places = pictures.flatMap((picture, at) => (picture.draw === draw ? [at] : []));
    const { count, value, region } = setting;
    const pixels = { seed: record.spec.seed, draw, count, value, region };
    const answer = await serving.ask((api) =>
      api.examine({
        model: model.id,
        images: Uint32Array.from(places, (at) => pictures[at]?.image ?? 0),
        change: { kind: 'pixels', pixels },
      }),
    );
    for (const [index, at] of places.entries()) images[at] = answer.images[index];
  }
  const [height, width] = model.inputSize;
  return { height, width, images };
}

/** Shows a page of pictures; a later call makes an earlier one give up. */
export async function loadPage(page: GalleryPage): Promise<void> {
  wanted = page;
  const isWanted = () => wanted === page;
  const serving = laneFor(page);
  const id = page.record.plan.models[page.cell.model]?.id ?? '';
  galleryStore.setState({ phase: 'loading', step: '', key: page.key, pictures: [], error: null });
  try {
    await serving.ready(id, (step) => isWanted() && galleryStore.setState({ step }));
    if (!isWanted()) return;
    galleryStore.setState({ step: 'Classifying' });
    const { height, width, images } = await examinePage(serving, page);
    if (!isWanted()) return;
    const pictures = page.pictures.flatMap((picture, at) => {
      const examined = images[at];
      return examined === undefined ? [] : [{ ...picture, examined }];
    });
    galleryStore.setState({ phase: 'ready', step: '', height, width, pictures });
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
