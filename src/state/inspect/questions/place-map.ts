import { createJob, type Progress } from './job.ts';
import { placeGrid } from '../../../core/place-grid.ts';
import type { SpecPixelValue } from '../../../protocol/spec.ts';
import { heldLane } from '../held-lane.ts';
import { keyOfImage } from '../inspect-image.ts';
import { inspectStore } from '../inspect-store.ts';

export interface PlaceSettings {
  readonly model: string;
  /** Side of a cell in pixels. */
  readonly side: number;
  readonly value: SpecPixelValue;
  readonly seed: number;
  /** Draws of each cell. */
  readonly draws: number;
}

/** What changing each cell of the picture comes to; arrays run over the cells, row by row. */
export interface PlaceMap {
  readonly settings: PlaceSettings;
  readonly rows: number;
  readonly columns: number;
  /** Class of the unchanged picture. */
  readonly label: number;
  /** Its lead over the runner-up there, in logits. */
  readonly cleanMargin: number;
  /** Cells that have been measured, from the first on. */
  readonly measured: number;
  readonly flips: Uint16Array;
  /** Mean lead of `label` over the best other class, in logits. */
  readonly margin: Float32Array;
  /** The first draw that flips; −1 for none. */
  readonly firstFlip: Int32Array;
  /** Length of ∂(f_label − f_rival)/∂(R, G, B) of each pixel, channels from 0 to 1. */
  readonly saliency: Float32Array;
  /** The class that the saliency weighs against. */
  readonly rival: number;
}

export const placeMapJob = createJob<PlaceMap>();

/** Classifications of one call: an edit waits for no more than these. */
const SLICE = 48;

/** Euclidean length over the three channels of each pixel. */
function lengths(gradient: Float32Array): Float32Array {
  return Float32Array.from({ length: gradient.length / 3 }, (_, pixel) =>
    Math.hypot(...gradient.subarray(pixel * 3, pixel * 3 + 3)),
  );
}

async function measure(
  settings: PlaceSettings,
  { count, publish, isWanted }: Progress<PlaceMap>,
): Promise<PlaceMap> {
  const { image, picture } = inspectStore.getState();
  if (image === null || picture === null) throw new RangeError('there is no picture to ask about');
  const { model, side, value, seed, draws } = settings;
  const { height, width, bytes } = picture;
  const lane = heldLane();
  await lane.ready(model, () => undefined);
  const [look] = await lane.ask((api) => api.look({ models: [model], bytes }));
  const label = look?.predicted ?? 0;
  const { gradient, rival } = await lane.ask((api) => api.saliency({ model, bytes, label }));
  const { rows, columns } = placeGrid(height, width, side);
  const places = rows * columns;
  const flips = new Uint16Array(places);
  const margin = new Float32Array(places);
  const firstFlip = new Int32Array(places).fill(-1);
  const saliency = lengths(gradient);
  let measured = 0;
  const result = (): PlaceMap => ({
    settings,
    rows,
    columns,
    label,
    cleanMargin: look?.margin ?? 0,
    measured,
    flips: flips.slice(),
    margin: margin.slice(),
    firstFlip: firstFlip.slice(),
    saliency,
    rival,
  });
  const atOnce = Math.max(1, Math.floor(SLICE / draws));
  const picked = { bytes, key: keyOfImage(image) };
  while (measured < places && isWanted()) {
    const asked = Math.min(atOnce, places - measured);
    const first = measured;
    const answer = await lane.ask((api) =>
      api.classifyPlaces({
        model,
        picture: picked,
        label,
        side,
        seed,
        value,
        draws,
        first,
        places: asked,
      }),
    );
    flips.set(answer.flips, first);
    margin.set(answer.margin, first);
    firstFlip.set(answer.firstFlip, first);
    measured += asked;
    count(asked * draws);
    publish(result);
  }
  return result();
}

/** Classifications that the question takes. */
export function placeMapCost(
  { side, draws }: PlaceSettings,
  { height, width }: { readonly height: number; readonly width: number },
): number {
  const { rows, columns } = placeGrid(height, width, side);
  return rows * columns * draws;
}

/** Asks where the picture is fragile, for one model. */
export function askPlaces(settings: PlaceSettings): void {
  const { picture } = inspectStore.getState();
  if (picture === null) return;
  placeMapJob.start(placeMapCost(settings, picture), (progress) => measure(settings, progress));
}
