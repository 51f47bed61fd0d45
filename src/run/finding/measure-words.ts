import type { Spec } from '../../protocol/spec.ts';
import { measureOf } from '../labels.ts';

/** How the right and the wrong share of a run are called. */
export interface MeasureWords {
  /** "Accuracy" */
  readonly share: string;
  /** The wrong share, as a heading. */
  readonly wrongShare: string;
  /** What an image is that counts as right, and as wrong. */
  readonly right: string;
  readonly wrong: string;
  /** How a table names a column of right images. */
  readonly rightColumn: string;
}

const words: Readonly<Record<ReturnType<typeof measureOf>, MeasureWords>> = {
  accuracy: {
    share: 'Accuracy',
    wrongShare: 'Wrong images',
    right: 'still classified correctly',
    wrong: 'misclassified',
    rightColumn: 'Correct',
  },
  agreement: {
    share: 'Agreement',
    wrongShare: 'Changed answers',
    right: 'still classified as when unchanged',
    wrong: 'classified differently than unchanged',
    rightColumn: 'Agreement',
  },
};

export function measureWords(spec: Pick<Spec, 'images'>): MeasureWords {
  return words[measureOf(spec)];
}

/** What has to be said of every result over images without labels. */
export const AGREEMENT_NOTE =
  'This is agreement, not accuracy: the images have no labels, so each model is judged by its own answer on the unchanged image, and wrong means that this answer changed.';
