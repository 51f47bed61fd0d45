import { mcnemarExact } from '../../core/mcnemar.ts';
import type { PinnedCell } from '../answer/view-store.ts';
import { cellPictures } from '../gallery/cell-pictures.ts';
import type { SweepDone } from './bench.ts';
import type { PairedTest } from './found.ts';
import { shareOf, type LessonShare } from './shares.ts';

/** What one model made of the images of one cell. */
export interface Judged {
  /** Positions of the images that count. */
  readonly images: readonly number[];
  readonly wrong: ReadonlySet<number>;
}

/**
 * Which of the images that count are wrong at a cell.
 * @throws RangeError if the sweep has no such cell
 */
export function judgedAt({ record }: Pick<SweepDone, 'record'>, cell: PinnedCell): Judged {
  const found = cellPictures(record, cell);
  if (found === null) throw new RangeError(`the sweep has no cell of ${cell.count} pixels`);
  return { images: [...found.images], wrong: new Set(found.wrong.map(({ image }) => image)) };
}

export function wrongShare({ images, wrong }: Judged): LessonShare {
  return shareOf(wrong.size, images.length);
}

/** Only the images that pass. */
export function judgedWhere({ images, wrong }: Judged, passes: (image: number) => boolean): Judged {
  return { images: images.filter(passes), wrong: new Set([...wrong].filter(passes)) };
}

/** Exact McNemar over the images that count in both. */
export function pairedTest(a: Judged, b: Judged): PairedTest {
  const common = new Set(b.images);
  let first = 0;
  let second = 0;
  for (const image of a.images) {
    if (!common.has(image) || a.wrong.has(image) === b.wrong.has(image)) continue;
    if (a.wrong.has(image)) first += 1;
    else second += 1;
  }
  return { first, second, p: mcnemarExact(first, second) };
}

/** Whether a difference would be rare by chance, at the usual 5 %. */
export function isDecided({ p }: PairedTest): boolean {
  return p < 0.05;
}

/** "p = 0.003", "p under 0.001" */
export function pText({ p }: PairedTest): string {
  return p < 0.001 ? 'p under 0.001' : `p\u00a0=\u00a0${p.toFixed(p < 0.1 ? 3 : 2)}`;
}
