import type { PictureChange } from '../../protocol/examine.ts';
import type { BackendName } from '../../protocol/lane.ts';
import { attackEffort, type AttackSetting } from '../../run/attack/attack-plan.ts';
import type { CellPicture } from './cell-pictures.ts';
import type { GalleryRecord } from './gallery-lane.ts';

/** A page of pictures to examine. */
export interface GalleryPage {
  readonly record: GalleryRecord;
  readonly backend: BackendName;
  /** Positions in the plan of the run. */
  readonly model: number;
  readonly cell: number;
  readonly draws: number;
  /** Makes the examples whose pixels are changed; null where those of the images themselves are. */
  readonly attack: AttackSetting | null;
  readonly pictures: readonly CellPicture[];
  /** Differs between pages of different pictures. */
  readonly key: string;
}

/** Milliseconds for a page of a sweep, which takes a second or so; on plain JavaScript some ten. */
const STALL = 60_000;
/** Classifications of a page of a sweep, and of one of its pictures. */
const PAGE_EFFORT = 24;
const PICTURE_EFFORT = 2;

function isSearch({ request }: AttackSetting): boolean {
  return request.kind === 'one-pixel';
}

/** Places of pictures that are asked for in one call: those of a draw, of a search one alone. */
export function callsOf({ attack, pictures }: GalleryPage): number[][] {
  if (attack !== null && isSearch(attack)) return pictures.map((_, at) => [at]);
  const draws = [...new Set(pictures.map(({ draw }) => draw))];
  return draws.map((draw) =>
    pictures.flatMap((picture, at) => (picture.draw === draw ? [at] : [])),
  );
}

/** How the pictures of one call came to differ. */
export function changeOf(
  { record, cell, attack, pictures }: GalleryPage,
  places: readonly number[],
): PictureChange {
  const setting = record.plan.cells[cell];
  if (setting === undefined) throw new RangeError('a cell of another run');
  const { count, value, region } = setting;
  const draw = pictures[places[0] ?? 0]?.draw ?? 0;
  const pixels = { seed: record.spec.seed, draw, count, value, region };
  if (attack === null) return { kind: 'pixels', pixels };
  const labels = Uint16Array.from(places, (at) => pictures[at]?.label ?? 0);
  return { kind: 'attack', attack: attack.request, labels, pixels };
}

/** What is being done, for a person. @param done pictures that are ready */
export function stepText({ attack, pictures }: GalleryPage, done: number): string {
  if (attack === null) return 'Classifying';
  return isSearch(attack)
    ? `Searching example ${done + 1} of ${pictures.length}`
    : 'Making the examples again';
}

/**
 * How long a call may take, in milliseconds: a search asks thousands of times about one image, and
 * the lane is silent meanwhile.
 */
export function patience({ attack }: Pick<GalleryPage, 'attack'>): number {
  if (attack === null) return STALL;
  const usual = isSearch(attack) ? PAGE_EFFORT : PICTURE_EFFORT;
  return STALL * Math.max(1, attackEffort(attack, 1) / usual);
}
