import type { SweepResult } from '../../protocol/result.ts';
import { isEligible } from '../../run/eligibility.ts';
import { labelAt } from '../../run/labels.ts';
import { samePixelValue } from '../../run/pixel-values.ts';
import { NOT_DONE } from '../../run/predictions.ts';
import type { SweepRecord } from '../../run/sweep-types.ts';
import type { PinnedCell } from '../answer/view-store.ts';

/** One classification of a changed image. */
export interface CellPicture {
  /** Position in the image list of the run. */
  readonly image: number;
  readonly draw: number;
  /** Class index of the image. */
  readonly label: number;
  /** Class of the adversarial example that was changed; null where the image itself was. */
  readonly adversarial: number | null;
  /** Class that the run found with the pixels changed. */
  readonly predicted: number;
}

/** What a pinned cell consists of; plain data. */
export interface CellPictures {
  /** Positions of model and cell in the plan of the run. */
  readonly model: number;
  readonly cell: number;
  readonly draws: number;
  /** Positions of the images in the denominator, ascending. */
  readonly images: Uint32Array;
  /** All that were misclassified, by image, then draw. */
  readonly wrong: readonly CellPicture[];
}

export interface PictureFilter<Show extends string = 'wrong' | 'all'> {
  readonly show: Show;
  /** Null: those of every draw. */
  readonly draw: number | null;
}

/** The pictures behind one cell of a run, as the figures count them; null where the run has no such cell. */
export function cellPictures(record: SweepRecord, pinned: PinnedCell): CellPictures | null {
  const { spec, plan, images, predictions } = record;
  const model = plan.models.findIndex(({ id }) => id === pinned.model);
  const cell = plan.cells.findIndex(
    ({ count, value, region }) =>
      count === pinned.count && region === pinned.region && samePixelValue(value, pinned.value),
  );
  if (model < 0 || cell < 0) return null;
  const { labels } = images;
  const { clean } = predictions.data;
  const byDraw = Array.from({ length: plan.draws }, (_, draw) =>
    predictions.changed(model, cell, draw),
  );
  const counted: number[] = [];
  const wrong: CellPicture[] = [];
  for (const image of labels.keys()) {
    if (!isEligible(spec.eligibility, clean, labels, model, image)) continue;
    if (byDraw.some((predicted) => (predicted[image] ?? NOT_DONE) === NOT_DONE)) continue;
    counted.push(image);
    const label = labelAt(labels, clean, model, image);
    for (const [draw, classes] of byDraw.entries()) {
      const predicted = classes[image] ?? NOT_DONE;
      if (predicted !== label) wrong.push({ image, draw, label, adversarial: null, predicted });
    }
  }
  return { model, cell, draws: plan.draws, images: Uint32Array.from(counted), wrong };
}

/** How many pictures pass a filter. */
export function countPictures(pictures: CellPictures, { show, draw }: PictureFilter): number {
  const { images, draws, wrong } = pictures;
  if (show === 'all') return images.length * (draw === null ? draws : 1);
  return draw === null ? wrong.length : wrong.filter((each) => each.draw === draw).length;
}

/** Those that pass a filter, from the one numbered `start` on, `most` of them or fewer. */
export function pageOfPictures(
  { predictions, images: { labels } }: SweepRecord,
  pictures: CellPictures,
  { show, draw }: PictureFilter,
  start: number,
  most: number,
): CellPicture[] {
  const { model, cell, images, draws, wrong } = pictures;
  if (show === 'wrong') {
    const passing = draw === null ? wrong : wrong.filter((each) => each.draw === draw);
    return passing.slice(start, start + most);
  }
  const perImage = draw === null ? draws : 1;
  const end = Math.min(start + most, images.length * perImage);
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => {
    const image = images[Math.floor((start + index) / perImage)] ?? 0;
    const ofDraw = draw ?? (start + index) % perImage;
    return {
      image,
      draw: ofDraw,
      label: labelAt(labels, predictions.data.clean, model, image),
      adversarial: null,
      predicted: predictions.changed(model, cell, ofDraw)[image] ?? NOT_DONE,
    };
  });
}

/** The cell with the largest share of wrong classifications; null where nothing was measured. */
export function worstCell({ cells }: Pick<SweepResult, 'cells'>): PinnedCell | null {
  let worst: SweepResult['cells'][number] | null = null;
  for (const cell of cells) {
    if (cell.accuracy === null) continue;
    if (worst === null || cell.accuracy < (worst.accuracy ?? 1)) worst = cell;
  }
  if (worst === null) return null;
  const { model, count, value, region } = worst;
  return { model, count, value, region };
}
