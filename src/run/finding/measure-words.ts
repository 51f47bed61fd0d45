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
  /** What stands before the class that a picture is judged by. */
  readonly truth: string;
  /** What counts as wrong in one word: "5 % wrong"; as the first word of a heading. */
  readonly bad: string;
  readonly badHeading: string;
  /** What several images do that count as wrong, and what one does. */
  readonly goBad: string;
  readonly goesBad: string;
  /** What models do that count as wrong. */
  readonly modelsGoBad: string;
  /** What a model does with a share of its images: "gets 5 % of its images wrong". */
  readonly spoils: (share: string) => string;
  /** The same after "does not". */
  readonly spoil: (share: string) => string;
  /** Its share alone, after that of another model. */
  readonly spoilsToo: (share: string) => string;
  /** What a model does with the others, of "its" or "all" images. */
  readonly keeps: (share: string, images: string) => string;
  readonly keepsToo: (share: string) => string;
}

const words: Readonly<Record<ReturnType<typeof measureOf>, MeasureWords>> = {
  accuracy: {
    share: 'Accuracy',
    wrongShare: 'Wrong images',
    right: 'still classified correctly',
    wrong: 'misclassified',
    rightColumn: 'Correct',
    truth: 'True',
    bad: 'wrong',
    badHeading: 'Wrong',
    goBad: 'go wrong',
    goesBad: 'goes wrong',
    modelsGoBad: 'go wrong',
    spoils: (share) => `gets ${share} of its images wrong`,
    spoil: (share) => `get ${share} of its images wrong`,
    spoilsToo: (share) => share,
    keeps: (share, images) => `still gets ${share} of ${images} images right`,
    keepsToo: (share) => share,
  },
  agreement: {
    share: 'Agreement',
    wrongShare: 'Changed answers',
    right: 'still classified as when unchanged',
    wrong: 'classified differently than unchanged',
    rightColumn: 'Agreement',
    truth: 'Unchanged',
    bad: 'changed',
    badHeading: 'Changed',
    goBad: 'change class',
    goesBad: 'changes class',
    modelsGoBad: 'change their answers',
    spoils: (share) => `changes its answer on ${share} of its images`,
    spoil: (share) => `change its answer on ${share} of its images`,
    spoilsToo: (share) => `on ${share}`,
    keeps: (share, images) => `keeps its answer on ${share} of ${images} images`,
    keepsToo: (share) => `on ${share}`,
  },
};

export function measureWords(spec: Pick<Spec, 'images'>): MeasureWords {
  return words[measureOf(spec)];
}

/** What has to be said of every result over images without labels. */
export const AGREEMENT_NOTE =
  'This is agreement, not accuracy: the images have no labels, so each model is judged by its own answer on the unchanged image.';

/** The same of an attack. */
export const ATTACK_AGREEMENT_NOTE =
  'This is agreement, not accuracy: the images have no labels, so an example is an image on which a model’s own answer changes, and it is restored when that answer comes back.';

/** The same under a saved figure; empty where images have labels. */
export function agreementCaption(spec: Pick<Spec, 'images'>): string {
  return measureOf(spec) === 'agreement'
    ? ' Agreement: without labels, each model is judged by its own answer on the unchanged image.'
    : '';
}
