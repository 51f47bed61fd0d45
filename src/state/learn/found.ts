import type { LessonShare } from './shares.ts';

/** A share at a number of changed pixels. */
export interface SharePoint {
  readonly count: number;
  readonly share: LessonShare;
}

/** A two-sided exact test of pairs: the same images under two settings. */
export interface PairedTest {
  /** Images wrong under the first setting only, and under the second only. */
  readonly first: number;
  readonly second: number;
  readonly p: number;
}

export interface FewPixelsFound {
  readonly lesson: 'few-pixels';
  /** Wrong answers by count, for each model, on the same images. */
  readonly lines: readonly { readonly model: string; readonly points: readonly SharePoint[] }[];
  /** The first model against the second at the count that is asked about. */
  readonly test: PairedTest;
}

export interface MagnitudeFound {
  readonly lesson: 'magnitude';
  /** Wrong answers by strength, weakest first; null stands for any colour. */
  readonly strengths: readonly { readonly offset: number | null; readonly share: LessonShare }[];
  /** Wrong answers by side of the centred square, largest first. */
  readonly places: readonly { readonly region: number; readonly share: LessonShare }[];
  /** Weakest against strongest change. */
  readonly strength: PairedTest;
  /** Whole picture against the smaller square that is asked about. */
  readonly place: PairedTest;
}

export interface FragileFound {
  readonly lesson: 'fragile-attacks';
  /** Images that the attack turned, of those that were right. */
  readonly attacked: LessonShare;
  /** Of the attacked images, by count of random pixels. */
  readonly points: readonly {
    readonly count: number;
    readonly restored: LessonShare;
    readonly other: LessonShare;
    readonly kept: LessonShare;
  }[];
  /** Images without an attack that the same random pixels make wrong. */
  readonly control: LessonShare;
}

export interface RepairFound {
  readonly lesson: 'repair';
  /** Held-out images wrong with changed pixels, of those right unchanged before the repair. */
  readonly before: LessonShare;
  readonly after: LessonShare;
  /** Held-out images right unchanged. */
  readonly cleanBefore: LessonShare;
  readonly cleanAfter: LessonShare;
  /** Wrong before and right after, and the other way round, over the same images. */
  readonly test: PairedTest;
  /** Held-out images farther from the boundary than before. */
  readonly farther: LessonShare;
  readonly epochs: number;
}

/** The Pixel-index at a number of changed pixels. */
export interface IndexPoint {
  readonly count: number;
  readonly share: LessonShare;
  readonly pi: number;
  readonly piInterval: readonly [number, number];
}

export interface IndexFound {
  readonly lesson: 'index';
  readonly lines: readonly { readonly model: string; readonly points: readonly IndexPoint[] }[];
  /** All images, and how small groups of them order the two models. */
  readonly whole: PairedTest;
  readonly groups: {
    readonly size: number;
    readonly first: number;
    readonly second: number;
    readonly tied: number;
  };
  /** The first model at the smallest count: images that it has right only, and all. */
  readonly eligible: IndexPoint;
  readonly everything: IndexPoint;
}

export interface WorstCaseFound {
  readonly lesson: 'worst-case';
  readonly onePixel: LessonShare;
  readonly manyPixels: LessonShare;
  readonly search: LessonShare;
  readonly fgsm: LessonShare;
  readonly pgd: LessonShare;
  /** Pictures that a search looked at for one image, on average. */
  readonly queries: number;
}

/** What an experiment of a lesson found; plain data. */
export type Found =
  FewPixelsFound | MagnitudeFound | FragileFound | RepairFound | IndexFound | WorstCaseFound;
