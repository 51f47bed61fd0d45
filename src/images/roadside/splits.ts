/** Which part of the index space an image belongs to. */
export type Split = 'train' | 'validation' | 'test';

interface IndexRange {
  readonly start: number;
  readonly size: number;
}

// Every start and size is a multiple of twelve, so that each split holds whole label blocks.
const ranges: Readonly<Record<Split, IndexRange>> = {
  train: { start: 0, size: 12_000_000 },
  validation: { start: 12_000_000, size: 1_200_000 },
  test: { start: 13_200_000, size: 1_200_000 },
};

/** First image index of a split; the i-th image of the split has index `splitStart(split) + i`. */
export function splitStart(split: Split): number {
  return ranges[split].start;
}

/** Number of images in a split. The ranges of different splits are disjoint and fit in 32 bits. */
export function splitSize(split: Split): number {
  return ranges[split].size;
}
