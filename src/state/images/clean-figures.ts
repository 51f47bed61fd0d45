import type { CleanAnswers } from './clean-store.ts';

/** How many pictures each model gets right, and how many all do. */
export interface RightCounts {
  readonly images: number;
  readonly models: readonly { readonly id: string; readonly right: number }[];
  /** Right by every model. */
  readonly common: number;
}

export function rightCounts({ labels, models }: CleanAnswers): RightCounts {
  const isRight = (predicted: Uint16Array, image: number) => predicted[image] === labels[image];
  return {
    images: labels.length,
    models: models.map(({ id, predicted }) => ({
      id,
      right: labels.reduce((sum, _, image) => sum + Number(isRight(predicted, image)), 0),
    })),
    common: labels.reduce(
      (sum, _, image) => sum + Number(models.every(({ predicted }) => isRight(predicted, image))),
      0,
    ),
  };
}

/** How often each class is taken for each other. */
export interface Confusion {
  /** Class indices of rows (true) and columns (said), by index. */
  readonly classes: readonly number[];
  /** By row and column; rows · columns. */
  readonly counts: readonly (readonly number[])[];
  /** Classes that occur but are left out of the table, as it would be too large. */
  readonly leftOut: number;
}

/** Classes that a table of confusions has room for. */
const MOST_CLASSES = 30;

/** The confusions of one model; where there are too many classes, among those with most mistakes. */
export function confusionOf({ labels }: CleanAnswers, predicted: Uint16Array): Confusion {
  const mistakes = new Map<number, number>();
  for (const [image, label] of labels.entries()) {
    const said = predicted[image] ?? label;
    for (const each of new Set([label, said])) {
      mistakes.set(each, (mistakes.get(each) ?? 0) + Number(said !== label));
    }
  }
  const worst = [...mistakes.keys()].sort(
    (a, b) => (mistakes.get(b) ?? 0) - (mistakes.get(a) ?? 0) || a - b,
  );
  const classes = worst.slice(0, MOST_CLASSES).sort((a, b) => a - b);
  const place = new Map(classes.map((each, at) => [each, at]));
  const counts = classes.map(() => classes.map(() => 0));
  for (const [image, label] of labels.entries()) {
    const row = counts[place.get(label) ?? -1];
    const column = place.get(predicted[image] ?? label);
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return { classes, counts, leftOut: worst.length - classes.length };
}

/** Names of the pictures of one class that a model takes for another, or for itself. */
export function picturesBehind(
  { names, labels }: CleanAnswers,
  predicted: Uint16Array,
  label: number,
  said: number,
): Set<string> {
  return new Set(names.filter((_, image) => labels[image] === label && predicted[image] === said));
}
