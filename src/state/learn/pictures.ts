import type { AttackDone, SweepDone } from './bench.ts';
import { attackPictures } from '../gallery/attack-pictures.ts';
import type { CellPicture } from '../gallery/cell-pictures.ts';
import { cellPictures } from '../gallery/cell-pictures.ts';
import type { GalleryPage } from '../gallery/gallery-page.ts';
import { lastBackend } from '../gallery/last-backend.ts';
import type { PinnedCell } from '../answer/view-store.ts';
import type { Outcome, PinnedAttack } from '../attack-answer/attack-view-store.ts';

/** Some pictures of an experiment, to be drawn by the gallery. */
export interface PictureGroup {
  /** What they show, as a sentence. */
  readonly caption: string;
  readonly page: GalleryPage;
}

/** Pictures of a lesson; few, so that they fit beside its figures. */
const MOST = 4;
/** Those of attacks are three wide. */
const MOST_ATTACKED = 3;

/** Images that a model gets wrong at one cell; null where there is none. */
export function flippedPictures(
  { record, result }: SweepDone,
  cell: PinnedCell,
  caption: (shown: number, all: number) => string,
  passes: (picture: CellPicture) => boolean = () => true,
): PictureGroup | null {
  const found = cellPictures(record, cell);
  const wrong = found?.wrong.filter(passes) ?? [];
  if (found === null || wrong.length === 0) return null;
  const pictures = wrong.slice(0, MOST);
  return {
    caption: caption(pictures.length, wrong.length),
    page: {
      record,
      backend: lastBackend(result.manifest.backend),
      model: found.model,
      cell: found.cell,
      draws: found.draws,
      attack: null,
      pictures,
      key: `lesson ${result.manifest.start} ${found.model} ${found.cell}`,
    },
  };
}

/** Attacked images, with random pixels changed after, of the first outcome that occurs. */
export function attackedPictures(
  { record, result }: AttackDone,
  cell: Omit<PinnedAttack, 'outcome'>,
  outcomes: readonly Outcome[],
  caption: (outcome: Outcome, all: number) => string,
): PictureGroup | null {
  const first = outcomes[0] ?? 'restored';
  const found = attackPictures(record, { ...cell, outcome: first });
  if (found === null) return null;
  const outcome = outcomes.find((each) => found.groups[each].length > 0);
  if (outcome === undefined) return null;
  const all = found.groups[outcome];
  return {
    caption: caption(outcome, all.length),
    page: {
      record,
      backend: lastBackend(result.manifest.backend),
      model: found.model,
      cell: found.cell,
      draws: found.draws,
      attack: found.attack,
      pictures: all.slice(0, MOST_ATTACKED),
      key: `lesson ${result.manifest.start} ${found.model} ${found.attack.index} ${found.cell}`,
    },
  };
}
